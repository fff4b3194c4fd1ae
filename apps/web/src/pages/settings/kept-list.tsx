import { Fragment, type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import { Segmented } from '../../design/button.js';
import type { usePager } from '../../design/pager.js';
import type { Column } from '../../design/table.js';
import { Time } from '../../format/time.js';
import type { Kept, KeptKind } from './kept-kinds.js';
import { KeptMenu } from './kept-menu.js';
import { ListCard } from './list-card.js';

/** Whether the archived ones are looked at; it stands in the address, so that a link shows the same. */
export const useArchived = (): [boolean, (archived: boolean) => void] => {
  const [params, setParams] = useSearchParams();
  return [
    params.get('show') === 'archived',
    (archived) => setParams(archived ? { show: 'archived' } : {}, { replace: true }),
  ];
};

/** A list of things that can be archived: those in use or the archived ones, each with its menu. */
export const KeptList = <Row extends Kept>(props: {
  kind: KeptKind;
  title: string;
  empty: string;
  rows: readonly Row[];
  columns: Column<Row>[];
  pager: ReturnType<typeof usePager>;
  info: { hasNextPage: boolean; endCursor: string | null };
  /** The dialog that changes one; left out for those who may not change anything. */
  edit?: ((row: Row, dialog: { onStale: () => void; onClose: () => void }) => ReactNode) | undefined;
  /** Reads again, because somebody else has changed the one that is being edited. */
  onStale: () => void;
}) => {
  const { t } = useTranslation();
  const [archived, setArchived] = useArchived();
  const { edit } = props;
  const [editing, setEditing] = useState<string | null>(null);
  const edited = props.rows.find((row) => row.id === editing);
  const since: Column<Row> = {
    key: 'since',
    head: t('settings.archivedSince'),
    small: true,
    cell: (row) => (
      <>
        {row.archivedAt && <Time at={row.archivedAt} />}
        {row.mergedInto && (
          <span className="t3 f12"> {t('settings.mergedInto', { name: row.mergedInto.name })}</span>
        )}
      </>
    ),
  };
  const menu: Column<Row> = {
    key: 'do',
    head: <span className="sr">{t('common.actions')}</span>,
    right: true,
    small: true,
    cell: (row) =>
      edit && <KeptMenu kind={props.kind} row={row} others={props.rows} onEdit={() => setEditing(row.id)} />,
  };
  return (
    <>
      <ListCard
        title={props.title}
        aside={
          <Segmented
            small
            label={t('settings.show')}
            value={archived ? 'archived' : 'used'}
            options={(['used', 'archived'] as const).map((one) => [one, t(`settings.shown.${one}`)] as const)}
            onChange={(one) => setArchived(one === 'archived')}
          />
        }
        empty={archived ? t('settings.noneArchived') : props.empty}
        rows={props.rows}
        columns={[...props.columns, ...(archived ? [since] : []), ...(edit ? [menu] : [])]}
        pager={props.pager}
        info={props.info}
      />
      {/* a new version is another form: what was typed against the old one is gone */}
      {edited && edit && (
        <Fragment key={`${edited.id} ${edited.version}`}>
          {edit(edited, { onStale: props.onStale, onClose: () => setEditing(null) })}
        </Fragment>
      )}
    </>
  );
};
