import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Definition } from '../../design/definition.js';
import { Time } from '../../format/time.js';
import { useFormat } from '../../format/use-format.js';
import type { Metric } from './toil-query.js';

/** A label that opens how a toil share was worked out: formula, inputs, as-of and definition id. */
export const MetricDefinition = ({
  label,
  metric,
  basis,
}: {
  label: ReactNode;
  metric: Metric;
  basis: string;
}) => {
  const { t } = useTranslation();
  const format = useFormat();
  const rows: [ReactNode, ReactNode][] = [[t('toil.numerator'), format.hours(metric.numeratorSeconds)]];
  if (metric.denominatorSeconds !== null)
    rows.push([t(`toil.denominator.${basis}`), format.hours(metric.denominatorSeconds)]);
  if (metric.coveragePercent !== null)
    rows.push([t('toil.coverage'), format.percent(metric.coveragePercent)]);
  if (metric.lowPercent !== null && metric.highPercent !== null)
    rows.push([
      t('toil.bounds'),
      t('toil.boundsValue', { low: format.one(metric.lowPercent), high: format.one(metric.highPercent) }),
    ]);
  if (metric.tier) rows.push([t('toil.tier'), t(`state.tier.${metric.tier}`)]);
  return (
    <Definition
      label={label}
      title={t('toil.definition.title')}
      formula={t(`toil.definition.${basis}`)}
      inputs={rows}
      asOf={<Time at={metric.asOf} />}
      id={metric.definition}
    />
  );
};

/** A share with one decimal, or a dash with the reason why there is none. */
export const Share = ({
  metric,
  size = 'mid',
}: {
  metric: Pick<Metric, 'percent' | 'nullReason'>;
  size?: 'mid' | 'big';
}) => {
  const { t } = useTranslation();
  const format = useFormat();
  if (metric.percent === null)
    return (
      <span className={size}>
        –<small className="f12">{t(`state.nullReason.${metric.nullReason ?? 'NO_DATA'}`)}</small>
      </span>
    );
  return (
    <span className={size}>
      {format.one(metric.percent)}
      <small>%</small>
    </span>
  );
};

/** The change against the weeks before in points; words carry the direction. */
export const Change = ({
  now,
  before,
  long,
}: {
  now: string | null;
  before: string | null | undefined;
  long?: boolean;
}) => {
  const { t } = useTranslation();
  const format = useFormat();
  if (now === null || before === null || before === undefined) return null;
  const points = Number(now) - Number(before);
  const arrow = Math.abs(points) < 0.05 ? '→' : points > 0 ? '↑' : '↓';
  return (
    <span className="f12 t2 n">
      {arrow} {t(long ? 'toil.changeLong' : 'toil.change', { points: format.one(Math.abs(points)) })}
    </span>
  );
};
