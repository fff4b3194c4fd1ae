import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { Bar } from '../../design/card.js';
import { Chip } from '../../design/chip.js';
import { Definition } from '../../design/definition.js';
import { useFormat } from '../../format/use-format.js';
import type { BudgetsQuery } from '../../graphql/generated/operations.js';
import { daysRemaining, evenShare, isSpent } from './budget.rules.js';

export type Budget = BudgetsQuery['budgetStatuses'][number];

/** One service: what it has spent of its hours, against a tick where even spending would be. */
export const BudgetRow = ({ budget }: { budget: Budget }) => {
  const { t } = useTranslation();
  const format = useFormat();
  const { consumedPercent: consumed, openRules, service } = budget;
  const bad = openRules.length > 0;
  const daysLeft =
    budget.daysLeft == null ? '–' : isSpent(budget) ? t('toil.budget.gone') : format.one(budget.daysLeft);
  const figure = (value: string | null | undefined) => (value == null ? '–' : format.number(value, 2));
  return (
    <div className="budget">
      <div className="row">
        <Link className="b name" to={`/toil/${service.key}`}>
          {service.name}
        </Link>
        {bad && (
          <Chip tone={openRules.includes('SLOW') && openRules.length === 1 ? 'watch' : 'over'}>
            {t(`state.burn.${openRules.at(-1)}`)}
          </Chip>
        )}
        <span className="push n">
          <Definition
            label={<b className="b">{consumed === null ? '–' : format.percent(consumed, 0)}</b>}
            title={t('toil.budget.title')}
            formula={t('toil.budget.formula')}
            inputs={[
              [t('toil.budget.share'), format.percent(budget.budgetPercent)],
              [t('toil.budget.hours'), format.hours(budget.budgetSeconds)],
              [t('toil.budget.spentHours'), format.hours(budget.spentSeconds)],
              [t('toil.budget.burn', { n: 1 }), figure(budget.burn1d)],
              [t('toil.budget.burn', { n: 5 }), figure(budget.burn5d)],
              [t('toil.budget.burn', { n: 20 }), figure(budget.burn20d)],
              [t('toil.budget.daysLeft'), daysLeft],
            ]}
          />
          {consumed !== null && (
            <span className="t2"> {t('toil.budget.of', { hours: format.hours(budget.budgetSeconds) })}</span>
          )}
        </span>
      </div>
      <Bar share={Number(consumed ?? 0) / 100} mark={evenShare(budget)} bad={bad} />
      <div className="row f12 t2">
        <span>
          <HowLong budget={budget} />
        </span>
        <span className="push n">{t('toil.budget.burnShort', { value: figure(budget.burn5d) })}</span>
      </div>
    </div>
  );
};

const HowLong = ({ budget }: { budget: Budget }) => {
  const { t } = useTranslation();
  const format = useFormat();
  const remaining = daysRemaining(budget);
  if (budget.unknown) return t('toil.budget.unknown');
  if (isSpent(budget)) return t('toil.budget.gone');
  if (budget.daysLeft == null || Number(budget.daysLeft) >= remaining) return t('toil.budget.lasts');
  return t('toil.budget.left', { days: format.one(budget.daysLeft), left: remaining });
};
