import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { choices, useCatalogue } from '../../app/catalogue.js';
import { useMe } from '../../app/me.js';
import { Input, Select } from '../../design/field.js';
import { useToast } from '../../design/toast.js';
import { useFormat } from '../../format/use-format.js';
import { gql } from '../../graphql/client.js';
import type { SetBudgetMutation, SetBudgetMutationVariables } from '../../graphql/generated/operations.js';
import { useWrite } from '../../graphql/use-write.js';
import { BudgetCard } from '../toil/budget-card.js';
import { FormCard } from './form-card.js';
import '../toil/toil.css';

const SetBudget = gql<SetBudgetMutation, SetBudgetMutationVariables>(/* GraphQL */ `
  mutation SetBudget($input: SetBudgetInput!) { setBudget(input: $input) { accepted userErrors { code message path } } }
`);

/** How much toil a service may have, and when to warn. */
export const BudgetsTab = () => {
  const { t } = useTranslation();
  const format = useFormat();
  const say = useToast();
  const { organization } = useMe();
  const { services } = useCatalogue();
  const [form, setForm] = useState({
    service: '',
    budgetPercent: organization.toilBudgetPercent,
    periodWorkingDays: '20',
    fastBurn: '1.6',
    slowBurn: '1.1',
  });
  const budget = useWrite(SetBudget, ['BudgetStatus'], { quiet: true });
  const set = (name: keyof typeof form) => (event: { target: { value: string } }) =>
    setForm({ ...form, [name]: event.target.value });
  return (
    <>
      <BudgetCard services={services} at={format.today()} />
      <FormCard
        title={t('settings.setBudget')}
        hint={t('settings.setBudgetHint')}
        words={t('common.save')}
        write={budget}
        fields={['budgetPercent', 'periodWorkingDays', 'fastBurn', 'slowBurn']}
        disabled={services.length === 0}
        onSubmit={() => {
          void budget
            .run({
              input: {
                ...form,
                service: form.service || services[0]?.key || '',
                periodWorkingDays: Number(form.periodWorkingDays),
              },
            })
            .then((done) => done && say(t('common.saved')));
        }}
      >
        <div className="grid3">
          <Select
            label={t('common.service')}
            value={form.service}
            options={choices(services)}
            onChange={set('service')}
          />
          <Input
            label={t('settings.budget')}
            inputMode="decimal"
            required
            value={form.budgetPercent}
            error={budget.errorOf('budgetPercent')}
            onChange={set('budgetPercent')}
          />
          <Input
            label={t('settings.period')}
            inputMode="numeric"
            required
            value={form.periodWorkingDays}
            error={budget.errorOf('periodWorkingDays')}
            onChange={set('periodWorkingDays')}
          />
          <Input
            label={t('settings.fastBurn')}
            inputMode="decimal"
            value={form.fastBurn}
            error={budget.errorOf('fastBurn')}
            onChange={set('fastBurn')}
          />
          <Input
            label={t('settings.slowBurn')}
            inputMode="decimal"
            value={form.slowBurn}
            error={budget.errorOf('slowBurn')}
            onChange={set('slowBurn')}
          />
        </div>
      </FormCard>
    </>
  );
};
