import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { choices, useCatalogue } from '../../app/catalogue.js';
import { workTypes } from '../../app/log-form.js';
import { Input, Select } from '../../design/field.js';
import { FormDialog } from '../../design/form-dialog.js';
import { useToast } from '../../design/toast.js';
import { gql } from '../../graphql/client.js';
import type {
  SubmitSnippetMutation,
  SubmitSnippetMutationVariables,
} from '../../graphql/generated/operations.js';
import { useWrite } from '../../graphql/use-write.js';
import { WeekSelect } from './week-select.js';

const Submit = gql<SubmitSnippetMutation, SubmitSnippetMutationVariables>(/* GraphQL */ `
  mutation SubmitSnippet($input: SubmitSnippetInput!) {
    submitSnippet(input: $input) { accepted userErrors { code message path } }
  }
`);

/** One line of a weekly report: how much toil a service took. It restates the log and never adds to it. */
export const SnippetDialog = (props: { person: string; monday: string; onClose: () => void }) => {
  const { t } = useTranslation();
  const say = useToast();
  const { services } = useCatalogue();
  const [form, setForm] = useState({ week: props.monday, service: '', toilDuration: '', text: '' });
  const submit = useWrite(Submit, workTypes, { quiet: true });
  const service = form.service || services[0]?.key || '';
  const send = async () => {
    const done = await submit.run({
      input: {
        person: props.person,
        service,
        weekStarting: form.week,
        toilDuration: form.toilDuration,
        ...(form.text ? { text: form.text } : {}),
      },
    });
    if (!done) return;
    say(t('common.saved'));
    props.onClose();
  };
  return (
    <FormDialog
      title={t('home.snippet.title')}
      words={t('common.save')}
      busy={submit.busy}
      problem={submit.errorOf('toilDuration') ? null : submit.errors[0]?.message}
      onSubmit={send}
      onClose={props.onClose}
    >
      <p className="t2">{t('home.snippet.text')}</p>
      <div className="grid2">
        <WeekSelect monday={props.monday} value={form.week} onChange={(week) => setForm({ ...form, week })} />
        <Select
          label={t('common.service')}
          value={service}
          options={choices(services)}
          onChange={(event) => setForm({ ...form, service: event.target.value })}
        />
        <Input
          label={t('home.snippet.toil')}
          placeholder="3h30m"
          required
          value={form.toilDuration}
          error={submit.errorOf('toilDuration')}
          onChange={(event) => setForm({ ...form, toilDuration: event.target.value })}
        />
        <Input
          label={t('common.note')}
          value={form.text}
          onChange={(event) => setForm({ ...form, text: event.target.value })}
        />
      </div>
    </FormDialog>
  );
};
