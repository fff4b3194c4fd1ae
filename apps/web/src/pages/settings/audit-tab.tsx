import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import { Button } from '../../design/button.js';
import { Bones, Card, Note } from '../../design/card.js';
import { Input, Select } from '../../design/field.js';
import { Modal } from '../../design/modal.js';
import { usePager } from '../../design/pager.js';
import { addDays } from '../../format/format.rules.js';
import { Time } from '../../format/time.js';
import { gql } from '../../graphql/client.js';
import type {
  AuditCheckQuery,
  AuditCheckQueryVariables,
  AuditLogQuery,
  AuditLogQueryVariables,
} from '../../graphql/generated/operations.js';
import { Ready } from '../../graphql/pending.js';
import { useRead } from '../../graphql/use-read.js';
import { differences, nameOf } from './audit.rules.js';
import { ListCard } from './list-card.js';

const Log = gql<AuditLogQuery, AuditLogQueryVariables>(/* GraphQL */ `
  query AuditLog($after: String, $actor: String, $action: String, $subject: ID, $from: DateTime, $to: DateTime) {
    auditActions
    auditLog(first: 50, after: $after, actor: $actor, action: $action, subject: $subject, from: $from, to: $to) {
      nodes { sequence at actor action subjectId before after }
      pageInfo { hasNextPage endCursor }
    }
  }
`);
const Check = gql<AuditCheckQuery, AuditCheckQueryVariables>(/* GraphQL */ `
  query AuditCheck { auditCheck { records subjects broken } }
`);
type Row = AuditLogQuery['auditLog']['nodes'][number];

/** Who changed what and when, with before and after, and whether the chain of hashes holds. */
export const AuditTab = () => {
  const { t } = useTranslation();
  const [params, setParams] = useSearchParams();
  const get = (name: string) => params.get(name) ?? '';
  const set = (name: string) => (event: { target: { value: string } }) => put({ [name]: event.target.value });
  const put = (values: Record<string, string>) => {
    const next = new URLSearchParams(params);
    for (const [name, value] of Object.entries(values)) value ? next.set(name, value) : next.delete(name);
    setParams(next, { replace: true });
  };
  const pager = usePager(params.toString());
  const [from, to] = [get('from'), get('to')];
  const read = useRead(
    Log,
    {
      after: pager.after,
      actor: get('who') || null,
      action: get('what') || null,
      subject: get('which') || null,
      from: from ? `${from}T00:00:00Z` : null,
      to: to ? `${addDays(to, 1)}T00:00:00Z` : null,
    },
    { types: ['AuditRecord'] },
  );
  const [open, setOpen] = useState<Row | null>(null);
  return (
    <>
      <ChainCard />
      <Card>
        <div className="grid4">
          <Select
            label={t('settings.audit.what')}
            value={get('what')}
            options={[['', t('settings.audit.anything')], ...actionChoices(read.data?.auditActions ?? [])]}
            onChange={set('what')}
          />
          <Input label={t('settings.audit.who')} value={get('who')} onChange={set('who')} />
          <Input label={t('settings.audit.from')} type="date" value={from} onChange={set('from')} />
          <Input label={t('settings.audit.to')} type="date" value={to} onChange={set('to')} />
        </div>
      </Card>
      <Ready read={read} bones={[400]}>
        {({ auditLog }) => (
          <ListCard
            title={t('settings.tab.audit')}
            aside={
              get('which') && (
                <Button small onClick={() => put({ which: '' })}>
                  {nameOf(auditLog.nodes[0]) || get('which')} ×
                </Button>
              )
            }
            empty={t('settings.audit.none')}
            rows={auditLog.nodes.map((row) => ({ ...row, id: row.sequence }))}
            pager={pager}
            info={auditLog.pageInfo}
            columns={[
              {
                key: 'what',
                head: t('settings.audit.what'),
                cell: (row) => (
                  <span className="two-lines">
                    {nameOf(row) || (
                      <code className="t2" title={row.subjectId}>
                        {short(row.subjectId)}
                      </code>
                    )}
                    <code className="t3 f12">{row.action}</code>
                  </span>
                ),
              },
              { key: 'who', head: t('settings.audit.who'), cell: (row) => row.actor },
              {
                key: 'when',
                head: t('settings.audit.when'),
                small: true,
                cell: (row) => <Time at={row.at} />,
              },
              {
                key: 'do',
                head: <span className="sr">{t('common.actions')}</span>,
                right: true,
                small: true,
                cell: (row) => (
                  <Button
                    small
                    look="ghost"
                    aria-label={`${t('settings.audit.open')}: ${row.action} ${row.sequence}`}
                    onClick={() => setOpen(row)}
                  >
                    {t('settings.audit.open')}
                  </Button>
                ),
              },
            ]}
          />
        )}
      </Ready>
      {open && (
        <Modal
          wide
          title={t('settings.audit.change', { sequence: open.sequence })}
          onClose={() => setOpen(null)}
        >
          <Change row={open} />
          <div className="end">
            <Button
              onClick={() => {
                put({ which: open.subjectId });
                setOpen(null);
              }}
            >
              {t('settings.audit.all')}
            </Button>
          </div>
        </Modal>
      )}
    </>
  );
};

// The kind and the end of an id tell two apart; the whole one stands in the change.
const short = (id: string) => (id.length > 24 ? `${id.slice(0, 4)}…${id.slice(-6)}` : id);

// The first words (person) before the whole actions (person.merge).
const actionChoices = (actions: readonly string[]): [string, string][] => {
  const kinds = [...new Set(actions.map((action) => action.split('.')[0] ?? action))];
  return kinds.flatMap((kind) => [
    [kind, kind] as [string, string],
    ...actions
      .filter((action) => action.startsWith(`${kind}.`))
      .map((action): [string, string] => [action, `  ${action}`]),
  ]);
};

const ChainCard = () => {
  const { t } = useTranslation();
  const read = useRead(Check, {});
  const check = read.data?.auditCheck;
  if (!check) return <Bones heights={[64]} />;
  const { records, subjects, broken } = check;
  return (
    <Note tone={broken.length === 0 ? 'ok' : 'over'}>
      <p title={t('settings.audit.formula')}>
        {broken.length === 0
          ? t('settings.audit.checked', { records, subjects })
          : t('settings.audit.broken', { count: broken.length, list: broken.join(', ') })}
      </p>
      <p className="t3 f12">{t('settings.audit.formula')}</p>
      <Button small disabled={read.fetching} onClick={read.again}>
        {t('settings.audit.checkAgain')}
      </Button>
    </Note>
  );
};

const Change = ({ row }: { row: Row }) => {
  const { t } = useTranslation();
  return (
    <>
      <p className="t2">
        <code>{row.action}</code> · {row.actor} · <Time at={row.at} />
      </p>
      <p className="t3 f12">
        <code>{row.subjectId}</code>
      </p>
      <section className="scroll" aria-label={t('settings.audit.change', { sequence: row.sequence })}>
        <table className="diff">
          <thead>
            <tr>
              <th scope="col">{t('settings.audit.field')}</th>
              <th scope="col">{t('settings.audit.before')}</th>
              <th scope="col">{t('settings.audit.after')}</th>
            </tr>
          </thead>
          <tbody>
            {differences(row.before, row.after).map((one) => (
              <tr key={one.field} className={one.changed ? 'changed' : ''}>
                <th scope="row">{one.field}</th>
                <td>{one.before ?? '–'}</td>
                <td>{one.after ?? '–'}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </section>
    </>
  );
};
