import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../design/button.js';
import { Check, Input } from '../../design/field.js';
import { FormDialog } from '../../design/form-dialog.js';
import { useToast } from '../../design/toast.js';
import { Time } from '../../format/time.js';
import { useFormat } from '../../format/use-format.js';
import { gql } from '../../graphql/client.js';
import type {
  RetentionQuery,
  RetentionQueryVariables,
  SetRetentionMutation,
  SetRetentionMutationVariables,
  TidyUpMutation,
  TidyUpMutationVariables,
} from '../../graphql/generated/operations.js';
import { Ready } from '../../graphql/pending.js';
import { useRead } from '../../graphql/use-read.js';
import { useWrite } from '../../graphql/use-write.js';
import { problemOf } from './form-card.js';
import { ListCard } from './list-card.js';

const Rules = gql<RetentionQuery, RetentionQueryVariables>(/* GraphQL */ `
  query Retention { retention { kind keepDays defaultDays leastDays ranAt deleted totalDeleted } }
`);
const SetRule = gql<SetRetentionMutation, SetRetentionMutationVariables>(/* GraphQL */ `
  mutation SetRetention($input: SetRetentionInput!) { setRetention(input: $input) { rule { kind keepDays } userErrors { code message path } } }
`);
const Tidy = gql<TidyUpMutation, TidyUpMutationVariables>(/* GraphQL */ `
  mutation TidyUp { tidyUp { accepted userErrors { code message path } } }
`);
type Rule = RetentionQuery['retention'][number];

/** What is deleted when it is old, when that last happened, and how much it was. */
export const RetentionTab = () => {
  const { t } = useTranslation();
  const format = useFormat();
  const say = useToast();
  const read = useRead(Rules, {}, { types: ['RetentionRule'], everySeconds: 10 });
  const tidy = useWrite(Tidy, ['RetentionRule']);
  const [editing, setEditing] = useState<Rule | null>(null);
  const days = useDays();
  return (
    <Ready read={read} bones={[360]}>
      {({ retention }) => (
        <>
          <ListCard
            title={t('settings.tab.retention')}
            hint={t('settings.retention.hint')}
            aside={
              <Button
                small
                disabled={tidy.busy}
                onClick={async () => (await tidy.run({})) && say(t('settings.retention.tidied'))}
              >
                {t('settings.retention.tidy')}
              </Button>
            }
            empty=""
            rows={retention.map((rule) => ({ ...rule, id: rule.kind }))}
            columns={[
              {
                key: 'kind',
                head: t('settings.retention.what'),
                cell: (row) => (
                  <span className="two-lines">
                    {t(`settings.retention.kind.${row.kind}`)}
                    <span className="t3 f12">{t(`settings.retention.about.${row.kind}`)}</span>
                  </span>
                ),
              },
              {
                key: 'keep',
                head: t('settings.retention.keep'),
                small: true,
                cell: (row) => <span className="nowrap">{days(row.keepDays)}</span>,
              },
              {
                key: 'last',
                head: t('settings.retention.last'),
                cell: (row) => (row.ranAt ? <Time at={row.ranAt} /> : t('settings.never')),
              },
              {
                key: 'deleted',
                head: t('settings.retention.deleted'),
                right: true,
                cell: (row) => (row.deleted === null ? '–' : format.number(row.deleted)),
              },
              {
                key: 'total',
                head: t('settings.retention.total'),
                right: true,
                cell: (row) => format.number(row.totalDeleted),
              },
              {
                key: 'do',
                head: <span className="sr">{t('common.actions')}</span>,
                right: true,
                small: true,
                cell: (row) => (
                  <Button small look="ghost" onClick={() => setEditing(row)}>
                    {t('common.edit')}
                  </Button>
                ),
              },
            ]}
          />
          {editing && <KeepDialog rule={editing} onClose={() => setEditing(null)} />}
        </>
      )}
    </Ready>
  );
};

const useDays = () => {
  const { t } = useTranslation();
  return (days: number | null) =>
    days === null ? t('settings.retention.forever') : t('settings.retention.days', { days });
};

const KeepDialog = ({ rule, onClose }: { rule: Rule; onClose: () => void }) => {
  const { t } = useTranslation();
  const say = useToast();
  const days = useDays();
  const write = useWrite(SetRule, ['RetentionRule'], { quiet: true });
  const [forever, setForever] = useState(rule.keepDays === null);
  const [keepDays, setKeepDays] = useState(String(rule.keepDays ?? Math.max(rule.leastDays, 90)));
  const submit = async () => {
    const input = { kind: rule.kind, ...(forever ? {} : { keepDays: Number(keepDays) }) };
    if (!(await write.run({ input }))) return;
    say(t('common.saved'));
    onClose();
  };
  return (
    <FormDialog
      title={t(`settings.retention.kind.${rule.kind}`)}
      words={t('common.save')}
      busy={write.busy}
      problem={problemOf(write, ['keepDays'])}
      onSubmit={submit}
      onClose={onClose}
    >
      <p className="t2">{t(`settings.retention.about.${rule.kind}`)}</p>
      <Input
        label={t('settings.retention.keepDays')}
        hint={`${t('settings.retention.least', { days: days(rule.leastDays) })} ${t('settings.retention.defaultIs', { days: days(rule.defaultDays) })}`}
        type="number"
        min={rule.leastDays}
        required
        disabled={forever}
        value={keepDays}
        error={write.errorOf('keepDays')}
        onChange={(event) => setKeepDays(event.target.value)}
      />
      <Check
        label={t('settings.retention.keepForever')}
        checked={forever}
        onChange={(event) => setForever(event.target.checked)}
      />
    </FormDialog>
  );
};
