import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { Button } from '../../design/button.js';
import { Bar, Card, Empty } from '../../design/card.js';
import { Chip } from '../../design/chip.js';
import { Definition } from '../../design/definition.js';
import { useFormat } from '../../format/use-format.js';
import { gql } from '../../graphql/client.js';
import type { BudgetRowQuery, BudgetRowQueryVariables } from '../../graphql/generated/operations.js';
import { useRead } from '../../graphql/use-read.js';

const BudgetRowDocument = gql<BudgetRowQuery, BudgetRowQueryVariables>(/* GraphQL */ `
  query BudgetRow($service: String!, $at: Date!) {
    budgetStatus(service: $service, at: $at) {
      consumedPercent burn1d burn5d burn20d daysLeft openRules notifying unknown
    }
  }
`);

const few = 6;

/** How fast each service spends its toil budget: the first few, and all on demand, because each is asked for by itself. */
export const BudgetCard = ({ services, at }: { services: { key: string; name: string }[]; at: string }) => {
  const { t } = useTranslation();
  const format = useFormat();
  const [all, setAll] = useState(false);
  const today = format.today();
  const day = at < today ? at : today;
  return (
    <Card title={t('toil.budget.title')} hint={t('toil.budget.at', { day: format.date(day) })}>
      {services.length === 0 ? (
        <Empty>{t('toil.budget.empty')}</Empty>
      ) : (
        <div className="budgets">
          {services.slice(0, all ? undefined : few).map((service) => (
            <BudgetRow key={service.key} service={service} at={day} />
          ))}
        </div>
      )}
      {services.length > few && (
        <Button small className="gap" aria-expanded={all} onClick={() => setAll(!all)}>
          {all ? t('common.less') : t('toil.budget.all', { n: services.length })}
        </Button>
      )}
      <p className="f12 t3 gap">{t('toil.budget.foot')}</p>
    </Card>
  );
};

const BudgetRow = ({ service, at }: { service: { key: string; name: string }; at: string }) => {
  const { t } = useTranslation();
  const format = useFormat();
  const { data } = useRead(
    BudgetRowDocument,
    { service: service.key, at },
    { types: ['WorkEntry', 'BudgetStatus'] },
  );
  const status = data?.budgetStatus;
  const consumed = status?.consumedPercent ?? null;
  const bad = (status?.openRules.length ?? 0) > 0;
  const figure = (value: string | null | undefined) => (value == null ? '–' : format.number(value, 2));
  return (
    <div className="budget">
      <div className="row">
        <Link className="b name" to={`/toil/${service.key}`}>
          {service.name}
        </Link>
        {bad && (
          <Chip tone={status?.openRules.includes('SLOW') && status.openRules.length === 1 ? 'watch' : 'over'}>
            {t(`state.burn.${status?.openRules.at(-1)}`)}
          </Chip>
        )}
        <span className="push n">
          <Definition
            label={<b className="b">{consumed === null ? '–' : format.percent(consumed, 0)}</b>}
            title={t('toil.budget.title')}
            formula={t('toil.budget.formula')}
            inputs={[
              [t('toil.budget.burn', { n: 1 }), figure(status?.burn1d)],
              [t('toil.budget.burn', { n: 5 }), figure(status?.burn5d)],
              [t('toil.budget.burn', { n: 20 }), figure(status?.burn20d)],
              [t('toil.budget.daysLeft'), status?.daysLeft == null ? '–' : format.one(status.daysLeft)],
            ]}
          />
        </span>
      </div>
      <Bar share={Number(consumed ?? 0) / 100} bad={bad} />
      <div className="row f12 t2">
        <span>
          {!status
            ? '–'
            : status.unknown
              ? t('toil.budget.unknown')
              : status.daysLeft == null || Number(status.daysLeft) > 20
                ? t('toil.budget.lasts')
                : t('toil.budget.left', { days: format.one(status.daysLeft) })}
        </span>
        <span className="push n">{t('toil.budget.burnShort', { value: figure(status?.burn5d) })}</span>
      </div>
    </div>
  );
};
