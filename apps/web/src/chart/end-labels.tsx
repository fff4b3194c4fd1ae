import { spread, textWidth } from './scale.rules.js';
import { type LineChartProps, measured } from './series.js';

/** Words beside a line's end: the value bold, what it is pale. */
export interface EndLabel {
  key: string;
  at: number;
  value: string;
  name: string;
}

/** What stands beside the lines' ends: the last settled value of each, and the ends of its interval where asked for. */
export const endLabelsOf = (chart: LineChartProps): EndLabel[] =>
  chart.series.flatMap((one) => {
    const settled = one.points.findLast((point) => point.y !== null && !point.provisional);
    const end = settled ?? one.points.findLast((point) => point.y !== null);
    const told = measured(one).findLast((point) => point.x === end?.x)?.y ?? null;
    if (!end || end.y === null || told === null) return [];
    // one line needs no name beside its end: the card's title says it
    const name = chart.series.length > 1 ? one.label : '';
    const labels = [{ key: one.key, at: end.y, value: (chart.endFormat ?? chart.yFormat)(told), name }];
    const { endInterval, yFormat } = chart;
    if (!endInterval || end.low == null || end.high == null) return labels;
    const bound = (which: 'low' | 'high', at: number) =>
      // an end that is the value itself needs no words
      yFormat(at) === yFormat(told)
        ? []
        : [{ key: `${one.key} ${which}`, at, value: '', name: endInterval[which](yFormat(at)) }];
    return [...bound('high', end.high), ...labels, ...bound('low', end.low)];
  });

/** The room that the longest of them takes beside the drawing. */
export const endLabelWidth = (labels: readonly EndLabel[]): number =>
  Math.max(...labels.map(({ value, name }) => 18 + textWidth(value) * 1.15 + 8 + textWidth(name)), 40);

/** The labels at the right of the drawing, pushed apart where they would run into one another. */
export const EndLabels = (props: {
  labels: readonly EndLabel[];
  area: { right: number; top: number; bottom: number };
  y: (value: number) => number;
}) => {
  const { labels, area } = props;
  const places = spread(
    labels.map((label) => props.y(label.at)),
    14,
    area.top + 4,
    area.bottom,
  );
  return labels.map(({ key, value, name }, index) => (
    <text key={key} x={area.right + 10} y={(places[index] ?? 0) + 4}>
      {value && (
        <tspan className="d" fill="var(--text-1)">
          {value}
        </tspan>
      )}{' '}
      {name && <tspan dx={value ? 3 : 0}>{name}</tspan>}
    </text>
  ));
};
