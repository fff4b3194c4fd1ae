import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from './button.js';

/** The cursors walked so far; key: what starts over at the first page. */
export const usePager = (key: string) => {
  const [state, setState] = useState<{ key: string; cursors: string[] }>({ key, cursors: [] });
  const cursors = state.key === key ? state.cursors : [];
  return {
    after: cursors.at(-1) ?? null,
    page: cursors.length + 1,
    next: (cursor: string) => setState({ key, cursors: [...cursors, cursor] }),
    back: () => setState({ key, cursors: cursors.slice(0, -1) }),
  };
};

/** Previous and next under a list; nothing while one page holds all. */
export const Pager = (props: {
  pager: ReturnType<typeof usePager>;
  info: { hasNextPage: boolean; endCursor: string | null };
}) => {
  const { t } = useTranslation();
  const { pager, info } = props;
  if (pager.page === 1 && !info.hasNextPage) return null;
  return (
    <div className="row pager">
      <span className="t2 f12">{t('common.page', { n: pager.page })}</span>
      <Button small className="push" disabled={pager.page === 1} onClick={pager.back}>
        {t('common.previous')}
      </Button>
      <Button small disabled={!info.hasNextPage} onClick={() => info.endCursor && pager.next(info.endCursor)}>
        {t('common.next')}
      </Button>
    </div>
  );
};
