import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useLocation } from 'react-router';
import { useMe } from '../../app/me.js';
import { LineChart } from '../../chart/line-chart.js';
import { Button } from '../../design/button.js';
import { StateChip } from '../../design/chip.js';
import { useFormat } from '../../format/use-format.js';
import type { ToilPageQuery } from '../../graphql/generated/operations.js';
import { bandEdges } from './band.rules.js';
import { Change, MetricDefinition, Share } from './metric-definition.js';
import { weeksChart } from './weeks-chart.js';

const bands = ['OVER', 'WATCH', 'HEALTHY', 'UNKNOWN'];
const pageSize = 12;

/** Every service over the weeks on one scale; the worst band first, then the hours; twelve at a time. */
export const ServiceTiles = ({
  report,
  basis,
  yMax,
}: {
  report: ToilPageQuery;
  basis: string;
  yMax: number;
}) => {
  const { t } = useTranslation();
  const format = useFormat();
  const { search } = useLocation();
  const edges = bandEdges(useMe().organization);
  const [page, setPage] = useState(0);
  const services = [...report.now.services].sort(
    (a, b) =>
      bands.indexOf(a.band) - bands.indexOf(b.band) || b.toil.numeratorSeconds - a.toil.numeratorSeconds,
  );
  const pages = Math.ceil(services.length / pageSize);
  return (
    <>
      <section
        className={services.length === 2 || services.length === 4 ? 'card mus even' : 'card mus'}
        aria-label={t('toil.perService')}
      >
        {services.slice(page * pageSize, (page + 1) * pageSize).map((one) => {
          const before = report.before.services.find((other) => other.service.key === one.service.key);
          const [low, value, high] = [one.toil.lowPercent, one.toil.percent, one.toil.highPercent].map(
            Number,
          ) as [number, number, number];
          const known =
            one.toil.lowPercent !== null && one.toil.highPercent !== null && one.toil.percent !== null;
          // a survey gives a half-width; without one the bounds reach from what is logged to all that might be
          const symmetric = known && Math.abs(high - value - (value - low)) < 0.2;
          return (
            <div className="mu" key={one.service.key}>
              <div className="mt">
                <Link className="b name" to={{ pathname: `/toil/${one.service.key}`, search }}>
                  {one.service.name}
                </Link>
                <StateChip kind="band" value={one.band} />
              </div>
              <div className="mv">
                <MetricDefinition label={<Share metric={one.toil} />} metric={one.toil} basis={basis} />
                {known && high - value >= 0.05 && (
                  <span className="f12 t2 n">
                    {symmetric
                      ? `± ${format.one(high - value)}`
                      : t('toil.atMost', { high: format.one(high) })}
                  </span>
                )}
                <span className="push">
                  <Change now={one.toil.percent} before={before?.toil.percent} />
                </span>
              </div>
              <LineChart
                {...weeksChart(
                  t('toil.chartLabel', { name: one.service.name, value: one.toil.percent ?? '–' }),
                  one.service.name,
                  report.range.weeks.map((week) => ({
                    from: week.from,
                    to: week.to,
                    toil: week.services.find((other) => other.service.key === one.service.key)?.toil,
                  })),
                  format,
                  yMax,
                  edges,
                  3,
                )}
                small
                height={118}
              />
            </div>
          );
        })}
      </section>
      {pages > 1 && (
        <div className="row">
          <span className="t2 f12">{t('toil.tilePage', { page: page + 1, pages, n: services.length })}</span>
          <Button small className="push" disabled={page === 0} onClick={() => setPage(page - 1)}>
            {t('common.previous')}
          </Button>
          <Button small disabled={page + 1 >= pages} onClick={() => setPage(page + 1)}>
            {t('common.next')}
          </Button>
        </div>
      )}
    </>
  );
};
