import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useMe } from '../../app/me.js';
import { SeriesTable } from '../../chart/chart-card.js';
import { LineChart } from '../../chart/line-chart.js';
import type { LineChartProps } from '../../chart/series.js';
import { Facts } from '../../design/card.js';
import { StateChip } from '../../design/chip.js';
import { Explained } from '../../design/definition.js';
import { useFormat } from '../../format/use-format.js';
import type { ToilPageQuery } from '../../graphql/generated/operations.js';
import { bandEdges, bandOf } from './band.rules.js';
import { Change, MetricDefinition, Share } from './metric-definition.js';
import './toil.css';

/** The lead figure with its inputs, and its weeks with the interval. */
export const TeamCard = (props: {
  report: ToilPageQuery;
  name: string;
  basis: string;
  chart: LineChartProps;
  table: boolean;
}) => {
  const { t } = useTranslation();
  const format = useFormat();
  const { organization } = useMe();
  const { total } = props.report.now;
  const figures: [string, string, string][] = [
    ['numerator', t('toil.numerator'), format.hours(total.numeratorSeconds)],
    [
      props.basis,
      t(`toil.denominator.${props.basis}`),
      total.denominatorSeconds === null ? '–' : format.hours(total.denominatorSeconds),
    ],
    [
      'coverage',
      t('toil.coverage'),
      total.coveragePercent === null ? '–' : format.percent(total.coveragePercent),
    ],
    [
      'bounds',
      t('toil.bounds'),
      total.lowPercent === null || total.highPercent === null
        ? '–'
        : t('toil.boundsValue', { low: format.one(total.lowPercent), high: format.one(total.highPercent) }),
    ],
  ];
  const rows = figures.map(([what, label, value]): [ReactNode, ReactNode] => [
    <Explained key={what} label={label} formula={t(`toil.explain.${what}`)} />,
    value,
  ]);
  return (
    <section className="card team">
      <div className="fig">
        <h2 className="t2 lead-label">
          <MetricDefinition label={props.name} metric={total} basis={props.basis} />, {t('toil.average')}
        </h2>
        <div className="row lead">
          <Share metric={total} size="big" />
          <StateChip kind="band" value={bandOf(total.percent, bandEdges(organization))} />
        </div>
        <Change now={total.percent} before={props.report.before.total.percent} long />
        <div className="gap">
          <Facts rows={rows} />
        </div>
      </div>
      <div className="pl">
        {props.table ? (
          <SeriesTable chart={props.chart} />
        ) : (
          <LineChart
            {...props.chart}
            height={216}
            endLabels
            endFormat={(value) => format.percent(value)}
            endInterval={{
              low: (value) => t('toil.lowest', { value }),
              high: (value) => t('toil.highest', { value }),
            }}
          />
        )}
      </div>
    </section>
  );
};
