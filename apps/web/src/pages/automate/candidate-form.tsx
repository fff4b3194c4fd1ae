import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../design/button.js';
import { Card } from '../../design/card.js';
import { Input } from '../../design/field.js';
import { gql } from '../../graphql/client.js';
import type {
  CandidateInput,
  SaveCandidateMutation,
  SaveCandidateMutationVariables,
} from '../../graphql/generated/operations.js';
import { useWrite } from '../../graphql/use-write.js';

const Save = gql<SaveCandidateMutation, SaveCandidateMutationVariables>(/* GraphQL */ `
  mutation SaveCandidate($input: CandidateInput!) {
    saveAutomationCandidate(input: $input) { accepted userErrors { code message path } }
  }
`);

/** Candidates that the reader typed in; they live in this page only. */
export const useOwnCandidates = () => {
  const [list, setList] = useState<CandidateInput[]>([]);
  return {
    list,
    add: (one: CandidateInput) => setList([...list.filter((other) => other.key !== one.key), one]),
    clear: () => setList([]),
  };
};

const blank = {
  key: '',
  occurrences: '',
  handsOnMinutes: '',
  coverableShare: '90',
  buildHours: '',
  maintenanceHoursPerWeek: '0',
  failureShare: '0',
  attendedMinutes: '0',
};

/** What would it be worth: numbers in, rank and payback out. */
export const CandidateForm = ({ own }: { own: ReturnType<typeof useOwnCandidates> }) => {
  const { t } = useTranslation();
  const [form, setForm] = useState(blank);
  const save = useWrite(Save, ['Automation']);
  const field = (name: keyof typeof blank, required = true) => (
    <Input
      key={name}
      label={t(`automate.field.${name}`)}
      required={required}
      placeholder={name === 'key' ? 'restart-by-probe' : undefined}
      inputMode={name === 'key' ? 'text' : 'decimal'}
      pattern={name === 'key' ? undefined : '[0-9]+([.][0-9]+)?'}
      value={form[name]}
      onChange={(event) => setForm({ ...form, [name]: event.target.value })}
    />
  );
  return (
    <Card
      title={t('automate.calculator')}
      hint={t('automate.calculatorHint')}
      aside={
        own.list.length > 0 && (
          <Button small look="ghost" onClick={own.clear}>
            {t('automate.backToMeasured')}
          </Button>
        )
      }
    >
      <form
        className="form"
        onSubmit={(event) => {
          event.preventDefault();
          const one = {
            ...form,
            occurrences: Math.round(Number(form.occurrences)),
            overWeeks: 1,
            coverableShare: String(Number(form.coverableShare) / 100),
            failureShare: String(Number(form.failureShare) / 100),
          };
          const keep = (event.nativeEvent as SubmitEvent).submitter?.getAttribute('value') === 'keep';
          if (keep) void save.run({ input: one }).then((done) => done && setForm(blank));
          else {
            own.add(one);
            setForm(blank);
          }
        }}
      >
        <div className="grid2">
          {field('key')}
          {field('occurrences')}
          {field('handsOnMinutes')}
          {field('coverableShare')}
          {field('buildHours')}
          {field('maintenanceHoursPerWeek', false)}
          {field('failureShare', false)}
          {field('attendedMinutes', false)}
        </div>
        <div className="end">
          <Button type="submit" value="keep" disabled={save.busy}>
            {t('automate.keep')}
          </Button>
          <Button type="submit">{t('automate.calculate')}</Button>
        </div>
      </form>
    </Card>
  );
};
