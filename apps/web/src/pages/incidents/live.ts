import { useEffect, useRef } from 'react';

/** Calls again whenever an incident changes elsewhere; without a subscription the page's own interval does it. */
export const useLiveIncidents = (again: () => void): void => {
  const latest = useRef(again);
  latest.current = again;
  useEffect(() => {
    const onFocus = () => latest.current();
    window.addEventListener('focus', onFocus);
    return () => window.removeEventListener('focus', onFocus);
  }, []);
};
