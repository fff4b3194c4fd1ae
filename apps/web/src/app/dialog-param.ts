import { useCallback } from 'react';
import { useSearchParams } from 'react-router';

/** Whether the page's "new" dialog is open; it stands in the address, so that a link and the palette can open it. */
export const useNewDialog = (): [open: boolean, setOpen: (open: boolean) => void] => {
  const [params, setParams] = useSearchParams();
  const setOpen = useCallback(
    (open: boolean) =>
      setParams(
        (before) => {
          const after = new URLSearchParams(before);
          if (open) after.set('new', '1');
          else after.delete('new');
          return after;
        },
        { replace: true },
      ),
    [setParams],
  );
  return [params.get('new') === '1', setOpen];
};
