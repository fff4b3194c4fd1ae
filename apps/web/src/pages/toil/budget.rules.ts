import type { BudgetsQuery } from '../../graphql/generated/operations.js';

type Budget = BudgetsQuery['budgetStatuses'][number];
type Period = NonNullable<Budget['period']>;

export const isSpent = ({ openRules }: Pick<Budget, 'openRules'>): boolean => openRules.includes('EXHAUSTED');

/** Working days of the period after the day looked at. */
export const daysRemaining = ({ period }: Pick<Budget, 'period'>): number =>
  period ? period.workingDays - period.workingDaysPassed : 0;

/** The share that even spending would have used by now, 0 to 1; undefined before the budget begins. */
export const evenShare = ({ period }: Pick<Budget, 'period'>): number | undefined =>
  period && period.workingDays > 0 ? period.workingDaysPassed / period.workingDays : undefined;

/** The period that all budgets share; null when they differ or there is none. */
export const samePeriod = (budgets: readonly Pick<Budget, 'period'>[]): Period | null => {
  const first = budgets[0]?.period ?? null;
  return first && budgets.every(({ period }) => period?.from === first.from && period.to === first.to)
    ? first
    : null;
};

/** Broken rules first, then the most consumed; what is unknown closes the list. */
export const urgentFirst = <T extends Pick<Budget, 'openRules' | 'consumedPercent'>>(
  budgets: readonly T[],
): T[] =>
  budgets.toSorted(
    (a, b) =>
      Number(b.openRules.length > 0) - Number(a.openRules.length > 0) ||
      Number(b.consumedPercent ?? -1) - Number(a.consumedPercent ?? -1),
  );
