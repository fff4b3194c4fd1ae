import { useTranslation } from 'react-i18next';
import { LineChart } from '../../chart/line-chart.js';
import { roundSeconds } from '../../chart/scale.rules.js';
import { Card, Facts } from '../../design/card.js';
import { StateChip } from '../../design/chip.js';
import { Explained } from '../../design/definition.js';
import { elapsed } from '../../format/format.rules.js';
import { useFormat } from '../../format/use-format.js';
import type { Run } from './run-query.js';

interface Queue {
  queue: string;
  state: string;
  capacity: number;
  batchSize: number;
}

const median = (values: number[]): number | null => {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted.length === 0 ? null : (sorted[Math.floor((sorted.length - 1) / 2)] ?? null);
};

/** How full the training queue was, as recorded with the run. */
export const QueueCard = ({ run, queue }: { run: Run; queue: Queue | null }) => {
  const { t } = useTranslation();
  const format = useFormat();
  const points = run.metrics.filter((point) => point.series === 'queue/training/fill');
  // recorded as a share or as a percentage: the largest value tells
  const scale = Math.max(0, ...points.map((point) => point.value)) <= 1 ? 100 : 1;
  const values = points.map((point) => point.value * scale);
  const first = points[0] ? Date.parse(points[0].at) : 0;
  // the queue fills at the start and drains at the end; what lies between tells
  const settled = values.slice(Math.ceil(values.length * 0.1), Math.max(1, Math.floor(values.length * 0.95)));
  const middle = median(values);
  const duration = points.at(-1) ? (Date.parse((points.at(-1) as (typeof points)[0]).at) - first) / 1000 : 0;
  const rates = run.metrics
    .filter((point) => point.series === 'train/images_per_second')
    .map((point) => point.value);
  const rate = median(rates);
  return (
    <Card
      title={t('run.queue')}
      hint={
        <>
          {t('state.queueName.training')} {queue && <StateChip kind="queue" value={queue.state} />}
        </>
      }
      aside={
        queue &&
        t('run.capacity', { capacity: format.number(queue.capacity), batch: format.number(queue.batchSize) })
      }
    >
      {points.length === 0 ? (
        <p className="t2">{t('run.noQueue')}</p>
      ) : (
        <div className="qg">
          <div>
            <div className="t2 f12">
              <Explained label={t('run.fillMedian')} formula={t('run.explain.fill')} />
            </div>
            <div className="big">
              {middle === null ? '–' : format.number(middle)}
              <small>%</small>
            </div>
            {queue && middle !== null && (
              <div className="f12 t2 n">
                {t('pipelines.ofRows', {
                  size: format.number((middle / 100) * queue.capacity),
                  capacity: format.number(queue.capacity),
                })}
              </div>
            )}
          </div>
          <LineChart
            label={t('run.fillLabel', { value: middle === null ? '–' : format.number(middle) })}
            height={128}
            series={[
              {
                key: 'fill',
                label: t('run.fill'),
                colour: 1,
                area: true,
                points: points.map((point, index) => ({
                  x: (Date.parse(point.at) - first) / 1000,
                  y: values[index] ?? null,
                })),
              },
            ]}
            yMax={100}
            yTicks={[0, 50, 100]}
            yFormat={(value) => format.number(value)}
            xFormat={elapsed}
            xTicks={roundSeconds(duration, 5).map((x) => ({ x, label: elapsed(x) }))}
            limit={
              queue && queue.capacity > 0
                ? {
                    y: (queue.batchSize / queue.capacity) * 100,
                    label: t('run.batchNeeds', { n: format.number(queue.batchSize) }),
                  }
                : undefined
            }
          />
        </div>
      )}
      <Facts
        look="line"
        rows={[
          [
            <Explained key="lowest" label={t('run.lowestFill')} formula={t('run.explain.lowest')} />,
            settled.length === 0 ? '–' : format.percent(Math.min(...settled), 0),
          ],
          [
            <Explained key="speed" label={t('run.speed')} formula={t('run.explain.speed')} />,
            rate === null ? '–' : t('run.perSecond', { n: format.number(rate) }),
          ],
        ]}
      />
    </Card>
  );
};
