import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { choices, useCatalogue } from '../../app/catalogue.js';
import { Input, Select } from '../../design/field.js';
import { FormDialog } from '../../design/form-dialog.js';
import { useToast } from '../../design/toast.js';
import { gql } from '../../graphql/client.js';
import type {
  RegisterAutomationMutation,
  RegisterAutomationMutationVariables,
} from '../../graphql/generated/operations.js';
import { useWrite } from '../../graphql/use-write.js';

const Register = gql<RegisterAutomationMutation, RegisterAutomationMutationVariables>(/* GraphQL */ `
  mutation RegisterAutomation($input: RegisterAutomationInput!) {
    registerAutomation(input: $input) { accepted userErrors { code message path } }
  }
`);

/** An automation that replaces a task type; its baseline is frozen now. */
export const RegisterDialog = ({ onClose }: { onClose: () => void }) => {
  const { t } = useTranslation();
  const say = useToast();
  const names = useCatalogue();
  const [form, setForm] = useState({
    key: '',
    service: '',
    taskType: '',
    baselineMinutes: '',
    attendedMinutes: '0',
  });
  const register = useWrite(Register, ['Automation'], { quiet: true });
  const set = (name: keyof typeof form) => (event: { target: { value: string } }) =>
    setForm({ ...form, [name]: event.target.value });
  const service = form.service || names.services[0]?.key || '';
  const taskType = form.taskType || names.taskTypes[0]?.key || '';
  const submit = async () => {
    const done = await register.run({
      input: {
        key: form.key,
        service,
        taskType,
        ...(form.baselineMinutes ? { baselineMinutes: form.baselineMinutes } : {}),
        attendedMinutes: form.attendedMinutes || '0',
      },
    });
    if (!done) return;
    say(t('automate.registered', { key: form.key }));
    onClose();
  };
  return (
    <FormDialog
      title={t('automate.register')}
      words={t('automate.registerNow')}
      busy={register.busy}
      problem={register.errors[0]?.message}
      onSubmit={submit}
      onClose={onClose}
    >
      <Input
        label={t('common.key')}
        hint={t('common.keyHint')}
        required
        value={form.key}
        error={register.errorOf('key')}
        onChange={set('key')}
      />
      <div className="grid2">
        <Select
          label={t('common.service')}
          value={service}
          options={choices(names.services)}
          onChange={set('service')}
        />
        <Select
          label={t('common.taskType')}
          value={taskType}
          options={choices(names.taskTypes)}
          onChange={set('taskType')}
        />
        <Input
          label={t('automate.baseline')}
          hint={t('automate.baselineHint')}
          inputMode="decimal"
          value={form.baselineMinutes}
          error={register.errorOf('baselineMinutes')}
          onChange={set('baselineMinutes')}
        />
        <Input
          label={t('automate.field.attendedMinutes')}
          inputMode="decimal"
          value={form.attendedMinutes}
          onChange={set('attendedMinutes')}
        />
      </div>
    </FormDialog>
  );
};
