import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { choices, useCatalogue } from '../../app/catalogue.js';
import { workTypes } from '../../app/log-form.js';
import { Note } from '../../design/card.js';
import { Input, Select } from '../../design/field.js';
import { FormDialog } from '../../design/form-dialog.js';
import { localIn } from '../../format/format.rules.js';
import { useFormat } from '../../format/use-format.js';
import { gql } from '../../graphql/client.js';
import type {
  AmendWorkMutation,
  AmendWorkMutationVariables,
  UpdateWorkInput,
  UpdateWorkMutation,
  UpdateWorkMutationVariables,
} from '../../graphql/generated/operations.js';
import { useWrite } from '../../graphql/use-write.js';
import type { Entry } from './entry.js';

const UpdateWork = gql<UpdateWorkMutation, UpdateWorkMutationVariables>(/* GraphQL */ `
  mutation UpdateWork($input: UpdateWorkInput!) {
    updateWork(input: $input) { entry { id version } userErrors { code message path } }
  }
`);
const AmendWork = gql<AmendWorkMutation, AmendWorkMutationVariables>(/* GraphQL */ `
  mutation AmendWork($input: AmendWorkInput!) {
    amendWork(input: $input) { entry { id version } userErrors { code message path } }
  }
`);

/** Corrects an entry; when its week is locked, adds an amendment instead. */
export const EntryDialog = ({ entry, onClose }: { entry: Entry; onClose: () => void }) => {
  const { t } = useTranslation();
  const { zone } = useFormat();
  const names = useCatalogue();
  const timed = entry.start !== null && entry.end !== null;
  const [form, setForm] = useState({
    note: entry.note ?? '',
    service: entry.service?.key ?? '',
    taskType: entry.taskType?.key ?? '',
    workClass: '' as string,
    date: entry.date,
    duration: `${Math.round(entry.durationSeconds / 60)}m`,
    start: entry.start ? localIn(entry.start, zone) : '',
    end: entry.end ? localIn(entry.end, zone) : '',
    minutes: '0',
    reason: '',
  });
  const update = useWrite(UpdateWork, workTypes, { quiet: true });
  const amend = useWrite(AmendWork, workTypes, { quiet: true });
  const locked = update.errors.some((error) => error.code === 'PERIOD_LOCKED');
  const set = (field: keyof typeof form) => (event: { target: { value: string } }) =>
    setForm({ ...form, [field]: event.target.value });
  const save = async () => {
    const input: UpdateWorkInput = {
      id: entry.id,
      version: entry.version,
      note: form.note,
      ...(form.service ? { service: form.service } : {}),
      ...(form.taskType ? { taskType: form.taskType } : {}),
      ...(form.workClass ? { workClass: form.workClass as UpdateWorkInput['workClass'] } : {}),
      ...(timed
        ? { startLocal: { local: form.start, zone }, endLocal: { local: form.end, zone } }
        : { date: form.date, duration: form.duration }),
    };
    const done = locked
      ? await amend.run({
          input: { id: entry.id, deltaSeconds: Math.round(Number(form.minutes) * 60), reason: form.reason },
        })
      : await update.run({ input });
    if (done) onClose();
  };
  const problem = locked ? amend.errors[0] : update.errors[0];
  return (
    <FormDialog
      title={t(locked ? 'home.amend' : 'home.edit')}
      words={t('common.save')}
      busy={update.busy || amend.busy}
      problem={problem?.message}
      onSubmit={save}
      onClose={onClose}
    >
      {locked ? (
        <>
          <Note tone="watch">{t('home.locked')}</Note>
          <div className="grid2">
            <Input label={t('home.minutes')} type="number" value={form.minutes} onChange={set('minutes')} />
            <Input label={t('common.reason')} required value={form.reason} onChange={set('reason')} />
          </div>
        </>
      ) : (
        <>
          <Input label={t('common.note')} value={form.note} onChange={set('note')} />
          <div className="grid2">
            {timed ? (
              <>
                <Input
                  label={t('common.start')}
                  type="datetime-local"
                  value={form.start}
                  onChange={set('start')}
                  error={update.errorOf('startLocal')}
                />
                <Input
                  label={t('common.end')}
                  type="datetime-local"
                  value={form.end}
                  onChange={set('end')}
                  error={update.errorOf('endLocal')}
                />
              </>
            ) : (
              <>
                <Input
                  label={t('common.duration')}
                  value={form.duration}
                  onChange={set('duration')}
                  error={update.errorOf('duration')}
                />
                <Input
                  label={t('common.date')}
                  type="date"
                  value={form.date}
                  onChange={set('date')}
                  error={update.errorOf('date')}
                />
              </>
            )}
            <Select
              label={t('common.service')}
              value={form.service}
              options={choices(names.services, t('common.none'))}
              onChange={set('service')}
            />
            <Select
              label={t('common.taskType')}
              value={form.taskType}
              options={choices(names.taskTypes, t('common.none'))}
              onChange={set('taskType')}
            />
            <Select
              label={t('common.class')}
              value={form.workClass}
              options={[
                ['', t('home.classByType')],
                ...(['TOIL', 'ENGINEERING', 'OVERHEAD'] as const).map((one): [string, string] => [
                  one,
                  t(`state.workClass.${one}`),
                ]),
              ]}
              onChange={set('workClass')}
            />
          </div>
        </>
      )}
    </FormDialog>
  );
};
