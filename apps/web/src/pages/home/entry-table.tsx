import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { workTypes } from '../../app/log-form.js';
import { ClassTag } from '../../design/chip.js';
import { Menu } from '../../design/menu.js';
import { Table } from '../../design/table.js';
import { useToast } from '../../design/toast.js';
import { useFormat } from '../../format/use-format.js';
import { gql } from '../../graphql/client.js';
import type {
  DeleteWorkMutation,
  DeleteWorkMutationVariables,
  RelogWorkMutation,
  RelogWorkMutationVariables,
} from '../../graphql/generated/operations.js';
import { useWrite } from '../../graphql/use-write.js';
import type { Entry } from './entry.js';
import { EntryDialog } from './entry-dialog.js';
import { HistoryDialog } from './history-dialog.js';

const DeleteWork = gql<DeleteWorkMutation, DeleteWorkMutationVariables>(/* GraphQL */ `
  mutation DeleteWork($input: DeleteWorkInput!) {
    deleteWork(input: $input) { entry { id } userErrors { code message path } }
  }
`);
const Relog = gql<RelogWorkMutation, RelogWorkMutationVariables>(/* GraphQL */ `
  mutation RelogWork($input: LogWorkInput!) {
    logWork(input: $input) { entry { id } userErrors { code message path } }
  }
`);

/** Work entries with edit, history and delete; a delete can be taken back for eight seconds. */
export const EntryTable = ({ entries }: { entries: Entry[] }) => {
  const { t } = useTranslation();
  const format = useFormat();
  const say = useToast();
  const [editing, setEditing] = useState<Entry | null>(null);
  const [history, setHistory] = useState<Entry | null>(null);
  const remove = useWrite(DeleteWork, workTypes);
  const relog = useWrite(Relog, workTypes);
  const onDelete = async (entry: Entry) => {
    const done = await remove.run({ input: { id: entry.id, version: entry.version } });
    if (!done) return;
    say(t('home.deleted'), {
      undo: () =>
        void relog.run({
          input: {
            person: entry.person.key,
            service: entry.service?.key ?? null,
            taskType: entry.taskType?.key ?? null,
            workClass: entry.workClass === 'UNCLASSIFIED' ? null : entry.workClass,
            note: entry.note,
            ...(entry.start && entry.end
              ? { start: entry.start, end: entry.end }
              : { date: entry.date, duration: `${Math.round(entry.durationSeconds / 60)}m` }),
          },
        }),
    });
  };
  const rows = [...entries].sort((a, b) =>
    `${b.date}${b.start ?? ''}`.localeCompare(`${a.date}${a.start ?? ''}`),
  );
  return (
    <>
      <Table
        label={t('home.mine')}
        rows={rows}
        rowKey={(entry) => entry.id}
        columns={[
          {
            key: 'note',
            head: t('common.work'),
            cell: (entry) => (
              <>
                {entry.note || entry.taskType?.name || t('home.noNote')}
                {entry.taskType && entry.note && <span className="t3 f12"> #{entry.taskType.key}</span>}
              </>
            ),
          },
          {
            key: 'service',
            head: t('common.service'),
            cell: (entry) => entry.service?.name ?? <span className="t3">–</span>,
          },
          {
            key: 'class',
            head: t('common.class'),
            cell: (entry) => <ClassTag value={entry.workClass} />,
          },
          {
            key: 'date',
            head: t('common.when'),
            cell: (entry) => (
              <span className="t2 nowrap">
                {format.weekday(entry.date)}
                {entry.start && entry.end && ` ${format.time(entry.start)}–${format.time(entry.end)}`}
              </span>
            ),
          },
          {
            key: 'duration',
            head: t('common.duration'),
            right: true,
            small: true,
            cell: (entry) => format.duration(entry.durationSeconds),
          },
          {
            key: 'more',
            head: <span className="sr">{t('common.actions')}</span>,
            right: true,
            small: true,
            cell: (entry) => (
              <Menu
                label={t('common.actionsOf', { name: entry.note || entry.taskType?.name || entry.date })}
                items={[
                  ['edit', t('common.edit'), () => setEditing(entry)],
                  ['history', t('home.history'), () => setHistory(entry)],
                  ['delete', t('common.delete'), () => void onDelete(entry)],
                ]}
              />
            ),
          },
        ]}
      />
      {editing && <EntryDialog entry={editing} onClose={() => setEditing(null)} />}
      {history && <HistoryDialog id={history.id} onClose={() => setHistory(null)} />}
    </>
  );
};
