import { useTranslation } from 'react-i18next';
import { SeriesTable } from '../../chart/chart-card.js';
import { LineChart } from '../../chart/line-chart.js';
import type { LineChartProps } from '../../chart/series.js';
import { Facts } from '../../design/card.js';
import { StateChip } from '../../design/chip.js';
import { useFormat } from '../../format/use-format.js';
import type { ToilPageQuery } from '../../graphql/generated/operations.js';
import { Change, MetricDefinition, Share } from './metric-definition.js';
import './toil.css';

const bandOf = (percent: string | null): string =>
  percent === null ? 'UNKNOWN' : Number(percent) < 30 ? 'HEALTHY' : Number(percent) > 50 ? 'OVER' : 'WATCH';

/** The lead figure with its inputs, and its weeks with the interval. */
export const TeamCard = (props: {
  report: ToilPageQuery;
  basis: string;
  chart: LineChartProps;
  table: boolean;
}) => {
  const { t } = useTranslation();
  const format = useFormat();
  const { total } = props.report.now;
  return (
    <section className="card team">
      <div className="fig">
        <h2 className="t2 lead-label">
          <MetricDefinition label={t('toil.team')} metric={total} basis={props.basis} />, {t('toil.average')}
        </h2>
        <div className="row lead">
          <Share metric={total} size="big" />
          <StateChip kind="band" value={bandOf(total.percent)} />
        </div>
        <Change now={total.percent} before={props.report.before.total.percent} long />
        <div className="gap">
          <Facts
            rows={[
              [t('toil.numerator'), format.hours(total.numeratorSeconds)],
              [
                t(`toil.denominator.${props.basis}`),
                total.denominatorSeconds === null ? '–' : format.hours(total.denominatorSeconds),
              ],
              [
                t('toil.coverage'),
                total.coveragePercent === null ? '–' : format.percent(total.coveragePercent),
              ],
              [
                t('toil.bounds'),
                total.lowPercent === null || total.highPercent === null
                  ? '–'
                  : t('toil.boundsValue', {
                      low: format.one(total.lowPercent),
                      high: format.one(total.highPercent),
                    }),
              ],
            ]}
          />
        </div>
      </div>
      <div className="pl">
        {props.table ? (
          <SeriesTable chart={props.chart} />
        ) : (
          <LineChart {...props.chart} height={216} endLabels />
        )}
      </div>
    </section>
  );
};
