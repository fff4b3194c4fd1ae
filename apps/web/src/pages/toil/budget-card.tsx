import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../design/button.js';
import { Card, Empty, Note } from '../../design/card.js';
import { useFormat } from '../../format/use-format.js';
import { gql } from '../../graphql/client.js';
import type { BudgetsQuery, BudgetsQueryVariables } from '../../graphql/generated/operations.js';
import { useRead } from '../../graphql/use-read.js';
import { daysRemaining, isSpent, samePeriod, urgentFirst } from './budget.rules.js';
import { type Budget, BudgetRow } from './budget-row.js';

const BudgetsDocument = gql<BudgetsQuery, BudgetsQueryVariables>(/* GraphQL */ `
  query Budgets($services: [String!]!, $at: Date!) {
    budgetStatuses(services: $services, at: $at) {
      service { key name } budgetPercent budgetSeconds spentSeconds
      period { from to workingDays workingDaysPassed }
      consumedPercent burn1d burn5d burn20d daysLeft openRules unknown
    }
  }
`);

const few = 6;
/** What the server looks at in one answer. */
const mostAtOnce = 100;

/** How fast each service spends its toil budget, what needs looking at first. */
export const BudgetCard = ({ services, at }: { services: { key: string }[]; at: string }) => {
  const { t } = useTranslation();
  const format = useFormat();
  const [all, setAll] = useState(false);
  const today = format.today();
  const day = at < today ? at : today;
  const { data } = useRead(
    BudgetsDocument,
    { services: services.slice(0, mostAtOnce).map(({ key }) => key), at: day },
    { types: ['WorkEntry', 'BudgetStatus'] },
  );
  const budgets = urgentFirst(data?.budgetStatuses ?? []);
  const period = samePeriod(budgets);
  return (
    <Card
      title={t('toil.budget.title')}
      hint={
        period
          ? t('toil.budget.period', { from: format.date(period.from), to: format.lastDate(period.to) })
          : t('toil.budget.at', { day: format.date(day) })
      }
      aside={
        period && (
          <span className="t2 n">
            {t('toil.budget.day', { n: period.workingDaysPassed, all: period.workingDays })}
          </span>
        )
      }
    >
      <BudgetVerdict budgets={budgets} />
      {services.length === 0 ? (
        <Empty>{t('toil.budget.empty')}</Empty>
      ) : (
        <div className="budgets">
          {budgets.slice(0, all ? undefined : few).map((budget) => (
            <BudgetRow key={budget.service.key} budget={budget} />
          ))}
        </div>
      )}
      {budgets.length > few && (
        <Button small className="gap" aria-expanded={all} onClick={() => setAll(!all)}>
          {all ? t('common.less') : t('toil.budget.all', { n: budgets.length })}
        </Button>
      )}
      <p className="f12 t3 gap">{t('toil.budget.foot')}</p>
    </Card>
  );
};

/** Who has spent the budget or burns it too fast, and who runs out first. */
const BudgetVerdict = ({ budgets }: { budgets: readonly Budget[] }) => {
  const { t } = useTranslation();
  const format = useFormat();
  const spent = budgets.filter(isSpent);
  const burning = budgets.filter((budget) => !isSpent(budget) && budget.openRules.length > 0);
  if (spent.length + burning.length === 0) return null;
  const names = (some: readonly Budget[]) => format.list(some.map(({ service }) => service.name));
  const [first] = burning
    .filter((budget) => Number(budget.daysLeft ?? Infinity) < daysRemaining(budget))
    .sort((a, b) => Number(a.daysLeft) - Number(b.daysLeft));
  return (
    <Note tone="over">
      {spent.length > 0 && <b className="b">{t('toil.budget.spent', { names: names(spent) })}</b>}{' '}
      {burning.length > 0 && <b className="b">{t('toil.budget.tooFast', { names: names(burning) })}</b>}{' '}
      {first &&
        t('toil.budget.first', {
          name: first.service.name,
          days: format.one(first.daysLeft ?? 0),
          left: daysRemaining(first),
        })}
    </Note>
  );
};
