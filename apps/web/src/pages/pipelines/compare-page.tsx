import { useTranslation } from 'react-i18next';
import { useParams, useSearchParams } from 'react-router';
import { useCrumbs } from '../../app/crumbs.js';
import { ChartCard } from '../../chart/chart-card.js';
import type { Series } from '../../chart/series.js';
import { Card, Empty, PageHead } from '../../design/card.js';
import { StateChip } from '../../design/chip.js';
import { Table } from '../../design/table.js';
import { useFormat } from '../../format/use-format.js';
import { gql } from '../../graphql/client.js';
import type { CompareRunQuery, CompareRunQueryVariables } from '../../graphql/generated/operations.js';
import { useRead } from '../../graphql/use-read.js';
import { parallelOf, type ComparedRun as Run } from './compared-runs.js';
import { ParallelCoordinates } from './parallel-coordinates.js';
import './pipelines.css';

const CompareRun = gql<CompareRunQuery, CompareRunQueryVariables>(/* GraphQL */ `
  query CompareRun($id: ID!) {
    pipelineRun(id: $id) {
      id status trigger engine seed createdAt startedAt finishedAt
      pipeline { id key training }
      modelVersion { id number gate { outcome accuracy wilsonLowPercent wilsonHighPercent } }
      metrics(series: ["train/loss", "val/loss", "val/accuracy", "train/images_per_second"], points: 200) { series step value }
    }
  }
`);

const useRun = (id: string | undefined): Run | null =>
  useRead(CompareRun, { id: id ?? '' }, { pause: !id }).data?.pipelineRun ?? null;

/** Up to eight runs side by side: what differs, and their curves laid over each other. */
export const ComparePage = () => {
  const { t } = useTranslation();
  const format = useFormat();
  const { key = '' } = useParams();
  const [params] = useSearchParams();
  const ids = (params.get('runs') ?? '').split(',').filter(Boolean).slice(0, 8);
  useCrumbs([t('shell.nav.pipelines'), '/pipelines'], [key, `/pipelines/${key}`], [t('pipelines.compare')]);
  // eight fixed places, because hooks cannot be called in a loop of changing length
  const places = [
    useRun(ids[0]),
    useRun(ids[1]),
    useRun(ids[2]),
    useRun(ids[3]),
    useRun(ids[4]),
    useRun(ids[5]),
    useRun(ids[6]),
    useRun(ids[7]),
  ];
  const runs = places.filter((run): run is Run => run !== null);
  const name = (run: Run) =>
    run.modelVersion ? `v${run.modelVersion.number}` : format.dateTime(run.createdAt);
  const chart = (series: string, percent: boolean) => ({
    label: t('pipelines.compareChart', { series, n: runs.length }),
    series: runs.map(
      (run, index): Series => ({
        key: run.id,
        label: name(run),
        colour: index + 1,
        points: run.metrics
          .filter((point) => point.series === series)
          .map((point) => ({ x: point.step, y: percent ? point.value * 100 : point.value })),
      }),
    ),
    xFormat: (x: number) => format.number(x),
    yFormat: (y: number) =>
      percent ? format.plain(Number(y.toFixed(1))) : format.plain(Number(y.toPrecision(3))),
    yMax: percent ? 100 : undefined,
    endLabels: true,
  });
  return (
    <>
      <PageHead
        title={t('pipelines.compare')}
        sub={key}
        scope={t('pipelines.compareScope', { n: runs.length })}
      />
      {runs.length === 0 ? (
        <Card>
          <Empty>{t(ids.length === 0 ? 'pipelines.compareEmpty' : 'common.loading')}</Empty>
        </Card>
      ) : (
        <div className="stack">
          <Card flush>
            <Table
              label={t('pipelines.compare')}
              rows={runs}
              rowKey={(run) => run.id}
              columns={[
                { key: 'name', head: t('pipelines.run1'), cell: (run) => name(run) },
                {
                  key: 'status',
                  head: t('common.status'),
                  cell: (run) => <StateChip kind="run" value={run.status} />,
                },
                {
                  key: 'trigger',
                  head: t('pipelines.trigger'),
                  cell: (run) => t(`state.trigger.${run.trigger}`, { defaultValue: run.trigger }),
                },
                { key: 'engine', head: t('run.engine'), cell: (run) => run.engine ?? '–' },
                { key: 'seed', head: t('run.seed'), right: true, cell: (run) => run.seed ?? '–' },
                {
                  key: 'took',
                  head: t('pipelines.took'),
                  right: true,
                  cell: (run) =>
                    run.startedAt && run.finishedAt
                      ? format.duration(
                          Math.round((Date.parse(run.finishedAt) - Date.parse(run.startedAt)) / 1000),
                        )
                      : '–',
                },
                {
                  key: 'accuracy',
                  head: t('run.accuracy'),
                  right: true,
                  small: true,
                  cell: (run) =>
                    run.modelVersion?.gate
                      ? `${format.percent(run.modelVersion.gate.accuracy)} (${format.one(run.modelVersion.gate.wilsonLowPercent)}–${format.one(run.modelVersion.gate.wilsonHighPercent)})`
                      : '–',
                  sort: (run) => Number(run.modelVersion?.gate?.accuracy ?? -1),
                },
                {
                  key: 'gate',
                  head: t('run.gate'),
                  small: true,
                  cell: (run) =>
                    run.modelVersion?.gate ? (
                      <StateChip kind="gate" value={run.modelVersion.gate.outcome} />
                    ) : (
                      '–'
                    ),
                },
              ]}
            />
          </Card>
          {runs.length > 1 && (
            <Card title={t('pipelines.parallel')} hint={t('pipelines.parallelHint')}>
              <ParallelCoordinates {...parallelOf(runs, name, t, format)} />
            </Card>
          )}
          <div className="half">
            <ChartCard title={t('run.valLoss')} file={`${key}-loss`} chart={chart('val/loss', false)} />
            <ChartCard
              title={t('run.valAccuracy')}
              file={`${key}-accuracy`}
              chart={chart('val/accuracy', true)}
            />
          </div>
        </div>
      )}
    </>
  );
};
