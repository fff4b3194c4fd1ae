import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { workTypes } from '../../app/log-form.js';
import { Input } from '../../design/field.js';
import { FormDialog } from '../../design/form-dialog.js';
import { useToast } from '../../design/toast.js';
import { gql } from '../../graphql/client.js';
import type {
  SubmitSurveyMutation,
  SubmitSurveyMutationVariables,
} from '../../graphql/generated/operations.js';
import { useWrite } from '../../graphql/use-write.js';
import { WeekSelect } from './week-select.js';

const Submit = gql<SubmitSurveyMutation, SubmitSurveyMutationVariables>(/* GraphQL */ `
  mutation SubmitSurvey($input: SubmitSurveyResponseInput!) {
    submitSurveyResponse(input: $input) { accepted userErrors { code message path } }
  }
`);

const shares = ['toilPercent', 'engineeringPercent', 'overheadPercent'] as const;

/** A week in shares of its time; a second answer replaces the first. */
export const SurveyDialog = (props: {
  person: string;
  monday: string;
  week: string;
  onClose: () => void;
}) => {
  const { t } = useTranslation();
  const say = useToast();
  const [form, setForm] = useState({
    week: props.week,
    toilPercent: '',
    engineeringPercent: '',
    overheadPercent: '',
    comment: '',
  });
  const submit = useWrite(Submit, [...workTypes, 'SurveyForm'], { quiet: true });
  const send = async () => {
    const given = [...shares, 'comment' as const].filter((name) => form[name] !== '');
    const done = await submit.run({
      input: {
        person: props.person,
        weekStarting: form.week,
        toilPercent: form.toilPercent,
        ...Object.fromEntries(given.map((name) => [name, form[name]])),
      },
    });
    if (!done) return;
    say(t('common.saved'));
    props.onClose();
  };
  const placed = shares.some((name) => submit.errorOf(name));
  return (
    <FormDialog
      title={t('home.survey.title')}
      words={t('common.save')}
      busy={submit.busy}
      problem={placed ? null : submit.errors[0]?.message}
      onSubmit={send}
      onClose={props.onClose}
    >
      <p className="t2">{t('home.survey.text')}</p>
      <WeekSelect monday={props.monday} value={form.week} onChange={(week) => setForm({ ...form, week })} />
      <div className="grid3">
        {shares.map((name) => (
          <Input
            key={name}
            label={t(`home.survey.${name}`)}
            inputMode="decimal"
            required={name === 'toilPercent'}
            value={form[name]}
            error={submit.errorOf(name)}
            onChange={(event) => setForm({ ...form, [name]: event.target.value })}
          />
        ))}
      </div>
      <Input
        label={t('common.note')}
        value={form.comment}
        onChange={(event) => setForm({ ...form, comment: event.target.value })}
      />
    </FormDialog>
  );
};
