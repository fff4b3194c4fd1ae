import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { choices } from '../../app/catalogue.js';
import { Note } from '../../design/card.js';
import { ClassTag } from '../../design/chip.js';
import { Select } from '../../design/field.js';
import { FormDialog } from '../../design/form-dialog.js';
import { Table } from '../../design/table.js';
import { useToast } from '../../design/toast.js';
import { useFormat } from '../../format/use-format.js';
import { gql } from '../../graphql/client.js';
import type { ReclassifyMutation, ReclassifyMutationVariables } from '../../graphql/generated/operations.js';
import { useWrite } from '../../graphql/use-write.js';
import { FormCard, problemOf } from './form-card.js';

const Reclassify = gql<ReclassifyMutation, ReclassifyMutationVariables>(/* GraphQL */ `
  mutation Reclassify($input: ReclassifyWorkInput!) {
    reclassifyWork(input: $input) { changed locked shifts { workClass beforeSeconds afterSeconds } userErrors { code message path } }
  }
`);
type Outcome = ReclassifyMutation['reclassifyWork'];

/** Everything that hours hang on. */
const STALE = ['WorkEntry', 'ToilReport', 'TaskType', 'BudgetStatus'];

/** Applies the rules of today to what was logged before them: looked at first, then done. */
export const ReclassifyCard = ({ types }: { types: readonly { key: string; name: string }[] }) => {
  const { t } = useTranslation();
  const [type, setType] = useState('');
  const [found, setFound] = useState<Outcome | null>(null);
  const rehearsal = useWrite(Reclassify, [], { quiet: true });
  const taskTypes = type ? { taskTypes: [type] } : {};
  const look = async () => {
    const done = await rehearsal.run({ input: { ...taskTypes, dryRun: true } });
    if (done) setFound(done.reclassifyWork);
  };
  return (
    <>
      <FormCard
        title={t('settings.reclassify.title')}
        hint={t('settings.reclassify.hint')}
        words={t('settings.reclassify.look')}
        write={rehearsal}
        onSubmit={look}
      >
        <p className="t2">{t('settings.reclassify.text')}</p>
        <Select
          label={t('settings.reclassify.which')}
          value={type}
          options={choices(types, t('settings.reclassify.all'))}
          onChange={(event) => setType(event.target.value)}
        />
      </FormCard>
      {found && <ReclassifyDialog found={found} taskTypes={taskTypes} onClose={() => setFound(null)} />}
    </>
  );
};

const ReclassifyDialog = (props: {
  found: Outcome;
  taskTypes: { taskTypes?: string[] };
  onClose: () => void;
}) => {
  const { found } = props;
  const { t } = useTranslation();
  const format = useFormat();
  const say = useToast();
  const signed = (seconds: number) => `${seconds > 0 ? '+' : ''}${format.hours(seconds)}`;
  const write = useWrite(Reclassify, STALE, { quiet: true });
  const submit = async () => {
    const done = await write.run({ input: props.taskTypes });
    if (!done) return;
    say(t('settings.reclassify.done', { n: done.reclassifyWork.changed }));
    props.onClose();
  };
  return (
    <FormDialog
      title={t('settings.reclassify.title')}
      words={t('settings.reclassify.apply')}
      busy={write.busy}
      disabled={found.changed === 0}
      problem={problemOf(write)}
      onSubmit={submit}
      onClose={props.onClose}
    >
      <p>
        {found.changed === 0
          ? t('settings.reclassify.none')
          : t('settings.reclassify.changed', { n: found.changed })}
      </p>
      {found.locked > 0 && <Note tone="watch">{t('settings.reclassify.locked', { n: found.locked })}</Note>}
      {found.changed > 0 && (
        <Table
          label={t('settings.reclassify.title')}
          rows={found.shifts}
          rowKey={(row) => row.workClass}
          columns={[
            { key: 'class', head: t('common.class'), cell: (row) => <ClassTag value={row.workClass} /> },
            {
              key: 'before',
              head: t('settings.reclassify.before'),
              right: true,
              small: true,
              cell: (row) => format.hours(row.beforeSeconds),
            },
            {
              key: 'after',
              head: t('settings.reclassify.after'),
              right: true,
              small: true,
              cell: (row) => format.hours(row.afterSeconds),
            },
            {
              key: 'change',
              head: t('settings.reclassify.change'),
              right: true,
              small: true,
              cell: (row) => signed(row.afterSeconds - row.beforeSeconds),
            },
          ]}
        />
      )}
    </FormDialog>
  );
};
