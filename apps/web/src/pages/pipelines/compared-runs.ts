import type { TFunction } from 'i18next';
import type { useFormat } from '../../format/use-format.js';
import type { CompareRunQuery } from '../../graphql/generated/operations.js';
import type { Axis } from './parallel.rules.js';
import type { ParallelLine } from './parallel-coordinates.js';

/** A run as the comparison reads it. */
export type ComparedRun = NonNullable<CompareRunQuery['pipelineRun']>;

const settings = ['architecture', 'batchSize', 'steps', 'learningRate'] as const;

const setting = (run: ComparedRun, name: string): number | string | null => {
  const { training } = run.pipeline;
  const value: unknown = typeof training === 'object' && training ? Reflect.get(training, name) : null;
  return typeof value === 'number' || typeof value === 'string' ? value : null;
};
const lastOf = (run: ComparedRun, series: string): number | null =>
  run.metrics.findLast((point) => point.series === series)?.value ?? null;
const seconds = (run: ComparedRun): number | null =>
  run.startedAt && run.finishedAt ? (Date.parse(run.finishedAt) - Date.parse(run.startedAt)) / 1000 : null;
const accuracy = (run: ComparedRun): number | null => {
  const judged = run.modelVersion?.gate?.accuracy;
  const seen = lastOf(run, 'val/accuracy');
  return judged == null ? (seen === null ? null : seen * 100) : Number(judged);
};

/** Axes and lines of the parallel coordinates: settings that differ between the runs, then what came of them. */
export const parallelOf = (
  runs: ComparedRun[],
  name: (run: ComparedRun) => string,
  t: TFunction,
  format: ReturnType<typeof useFormat>,
): { axes: Axis[]; lines: ParallelLine[] } => {
  const plain = (value: number | string | null) =>
    value === null
      ? '–'
      : typeof value === 'number'
        ? format.significant(value, 3)
        : t(`state.architecture.${value}`, { defaultValue: value });
  const chosen = settings
    .filter((key) => new Set(runs.map((run) => setting(run, key))).size > 1)
    .map((key) => ({
      axis: { key, label: t(`pipelines.${key}`), format: plain },
      value: (run: ComparedRun) => setting(run, key),
    }));
  const columns: { axis: Axis; value: (run: ComparedRun) => number | string | null }[] = [
    ...chosen,
    { axis: { key: 'seed', label: t('run.seed'), format: plain }, value: (run) => run.seed },
    {
      axis: {
        key: 'took',
        label: t('pipelines.took'),
        format: (value) => (value === null ? '–' : format.duration(Math.round(Number(value)))),
      },
      value: seconds,
    },
    {
      axis: { key: 'speed', label: t('run.speed'), format: plain },
      value: (run) => lastOf(run, 'train/images_per_second'),
    },
    {
      axis: { key: 'loss', label: t('run.valLoss'), format: plain },
      value: (run) => lastOf(run, 'val/loss'),
    },
    {
      axis: {
        key: 'accuracy',
        label: t('run.accuracy'),
        format: (value) => (value === null ? '–' : format.percent(value)),
      },
      value: accuracy,
    },
  ];
  const told = columns.filter(({ value }) => runs.some((run) => value(run) !== null));
  return {
    axes: told.map(({ axis }) => axis),
    lines: runs.map((run, index) => ({
      key: run.id,
      label: name(run),
      colour: index + 1,
      values: told.map(({ value }) => value(run)),
    })),
  };
};
