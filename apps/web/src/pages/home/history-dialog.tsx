import { useTranslation } from 'react-i18next';
import { Modal } from '../../design/modal.js';
import { Time } from '../../format/time.js';
import { gql } from '../../graphql/client.js';
import type { EntryHistoryQuery, EntryHistoryQueryVariables } from '../../graphql/generated/operations.js';
import { Ready } from '../../graphql/pending.js';
import { useRead } from '../../graphql/use-read.js';

const History = gql<EntryHistoryQuery, EntryHistoryQueryVariables>(/* GraphQL */ `
  query EntryHistory($id: ID!) {
    workEntryHistory(id: $id) { at actor action before after }
  }
`);

const changes = (before: unknown, after: unknown): [string, string, string][] => {
  const a = (before ?? {}) as Record<string, unknown>;
  const b = (after ?? {}) as Record<string, unknown>;
  return [...new Set([...Object.keys(a), ...Object.keys(b)])]
    .filter((key) => JSON.stringify(a[key]) !== JSON.stringify(b[key]))
    .map((key) => [
      key,
      a[key] === undefined ? '–' : String(a[key]),
      b[key] === undefined ? '–' : String(b[key]),
    ]);
};

/** Every change of an entry: when, who, and what was there before and after. */
export const HistoryDialog = ({ id, onClose }: { id: string; onClose: () => void }) => {
  const { t } = useTranslation();
  const read = useRead(History, { id });
  return (
    <Modal title={t('home.history')} wide onClose={onClose}>
      <Ready read={read} bones={[120]}>
        {(data) => (
          <ol className="stack-s">
            {data.workEntryHistory.map((record) => (
              <li key={`${record.at}${record.action}`}>
                <div className="row">
                  <b className="b">{record.action}</b>
                  <span className="t2">{record.actor}</span>
                  <span className="push t2 f12">
                    <Time at={record.at} />
                  </span>
                </div>
                <ul className="f12 t2">
                  {changes(record.before, record.after).map(([field, from, to]) => (
                    <li key={field}>
                      <code>{field}</code> {from} → {to}
                    </li>
                  ))}
                </ul>
              </li>
            ))}
          </ol>
        )}
      </Ready>
    </Modal>
  );
};
