import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import { ChartTools, SeriesTable, seriesRows } from '../../chart/chart-card.js';
import { toCsv } from '../../chart/csv.rules.js';
import { download } from '../../chart/download.js';
import { LineChart } from '../../chart/line-chart.js';
import { roundSeconds, smooth } from '../../chart/scale.rules.js';
import type { LineChartProps, Series } from '../../chart/series.js';
import { Segmented } from '../../design/button.js';
import { Card } from '../../design/card.js';
import { Check } from '../../design/field.js';
import { elapsed } from '../../format/format.rules.js';
import { useFormat } from '../../format/use-format.js';
import type { Run } from './run-query.js';

/** Loss and accuracy over steps or time; raw values pale under the smoothed line. */
export const CurvesCard = ({ run }: { run: Run }) => {
  const { t } = useTranslation();
  const format = useFormat();
  const [params, setParams] = useSearchParams();
  const [table, setTable] = useState(false);
  const byTime = params.get('x') === 'time';
  const log = params.get('log') === '1';
  const weight = Math.min(0.99, Math.max(0, Number(params.get('smooth') ?? '0.55') || 0));
  const set = (key: string, value: string | null) =>
    setParams(
      (before) => {
        const after = new URLSearchParams(before);
        if (value === null) after.delete(key);
        else after.set(key, value);
        return after;
      },
      { replace: true },
    );
  const start = run.metrics[0] ? Math.min(...run.metrics.map((point) => Date.parse(point.at))) : 0;
  const series = (name: string, label: string, colour: number, percent: boolean): Series | null => {
    const points = run.metrics.filter((point) => point.series === name);
    if (points.length === 0) return null;
    const scale = percent && Math.max(...points.map((point) => point.value)) <= 1 ? 100 : 1;
    const raw = points.map((point) => ({
      x: byTime ? (Date.parse(point.at) - start) / 1000 : point.step,
      y: point.value * scale,
    }));
    const smoothed = smooth(
      raw.map((point) => point.y),
      weight,
    );
    return {
      key: name,
      label,
      colour,
      dashed: colour === 2,
      raw: weight > 0 ? raw : undefined,
      points: raw.map((point, index) => ({ x: point.x, y: smoothed[index] ?? null })),
    };
  };
  const length = Math.max(0, ...run.metrics.map((point) => (Date.parse(point.at) - start) / 1000));
  const axis = byTime
    ? { xFormat: elapsed, xTicks: roundSeconds(length, 5).map((x) => ({ x, label: elapsed(x) })) }
    : { xFormat: (x: number) => format.number(x) };
  const chart = (kind: 'loss' | 'accuracy'): LineChartProps => {
    const percent = kind === 'accuracy';
    const list = [
      series(`train/${kind}`, t('run.training'), 1, percent),
      series(`val/${kind}`, t('run.validation'), 2, percent),
    ];
    return {
      label: t('run.curveLabel', { what: t(`run.${kind}`), n: run.metrics.length }),
      series: list.filter((one): one is Series => one !== null),
      ...axis,
      yFormat: (y) => (percent ? format.plain(Number(y.toFixed(1))) : format.plain(Number(y.toPrecision(3)))),
      yMax: percent ? 100 : undefined,
      logY: log && !percent,
      endLabels: true,
      height: 196,
    };
  };
  const charts = (['loss', 'accuracy'] as const).map((kind) => ({ kind, chart: chart(kind) }));
  const speed = series('train/images_per_second', t('run.speed'), 3, false);
  const csv = () => {
    const rows = charts.flatMap(({ kind, chart: one }) => seriesRows(one).rows.map((row) => [kind, ...row]));
    download(
      `run-${run.id}.csv`,
      toCsv(['what', byTime ? 'time' : 'step', t('run.training'), t('run.validation')], rows),
    );
  };
  return (
    <Card
      title={t('run.curves')}
      hint={weight > 0 ? t('run.smoothing', { weight }) : undefined}
      aside={
        <>
          <label className="row hide-s">
            <span className="f12">{t('run.smooth')}</span>
            <input
              type="range"
              min="0"
              max="0.99"
              step="0.01"
              value={weight}
              onChange={(event) => set('smooth', event.target.value)}
            />
          </label>
          <Check
            label={t('run.log10')}
            checked={log}
            onChange={(event) => set('log', event.target.checked ? '1' : null)}
          />
          <Segmented
            small
            label={t('run.axis')}
            value={byTime ? 'time' : 'step'}
            options={[
              ['step', t('run.step')],
              ['time', t('run.time')],
            ]}
            onChange={(value) => set('x', value === 'step' ? null : value)}
          />
          <ChartTools table={table} onTable={setTable} onCsv={csv} />
        </>
      }
    >
      {run.metrics.length === 0 ? (
        <p className="t2">{t('run.noCurves')}</p>
      ) : (
        <div className="two">
          {charts.map(({ kind, chart: one }) => (
            <div key={kind}>
              <p>{t(kind === 'accuracy' ? 'run.accuracyPercent' : 'run.loss')}</p>
              {one.series.length === 0 ? (
                <p className="t3">–</p>
              ) : table ? (
                <SeriesTable chart={one} />
              ) : (
                <LineChart {...one} />
              )}
            </div>
          ))}
          {speed && !table && (
            <div>
              <p>{t('run.speed')}</p>
              <LineChart
                label={t('run.speed')}
                series={[speed]}
                {...axis}
                yFormat={(y) => format.number(y)}
                endLabels
                height={140}
              />
            </div>
          )}
        </div>
      )}
    </Card>
  );
};
