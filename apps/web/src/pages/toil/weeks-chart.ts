import { thin, ticks } from '../../chart/scale.rules.js';
import type { LineChartProps, Point } from '../../chart/series.js';
import type { useFormat } from '../../format/use-format.js';
import type { BandEdges } from './band.rules.js';

interface WeekValue {
  from: string;
  to: string;
  toil:
    | {
        percent: string | null;
        lowPercent: string | null;
        highPercent: string | null;
        coveragePercent: string | null;
      }
    | undefined;
}

const WEEK_MS = 7 * 86_400_000;

const day = (date: string) => Date.parse(`${date}T00:00:00Z`);

/** A toil chart over weeks: shares from 0, the two edges of the watch band, intervals, provisional weeks dashed. */
export const weeksChart = (
  label: string,
  name: string,
  weeks: WeekValue[],
  format: Pick<ReturnType<typeof useFormat>, 'today' | 'one' | 'fullDate' | 'month'>,
  yMax: number,
  edges: BandEdges,
  labels = 6,
): LineChartProps => {
  const today = format.today();
  const number = (value: string | null | undefined) => (value == null ? null : Number(value));
  const points: Point[] = weeks.map((week) => {
    // a week that is not over says little, on its last day too: drawn dashed, without an interval; one that is over
    // holds what it will hold, whatever still runs
    const partial = day(week.to) - day(week.from) < WEEK_MS || week.to > today;
    return {
      x: day(week.from),
      // a week that has begun and has nothing logged yet is no 0 %
      y: partial && !number(week.toil?.coveragePercent) ? null : number(week.toil?.percent),
      low: partial ? null : number(week.toil?.lowPercent),
      high: partial ? null : number(week.toil?.highPercent),
      provisional: partial,
    };
  });
  const months = weeks.filter(
    (week, index) => index === 0 || week.from.slice(0, 7) !== weeks[index - 1]?.from.slice(0, 7),
  );
  const long = weeks.length > 60;
  return {
    label,
    series: [{ key: name, label: name, colour: 1, points }],
    yFormat: (value) => (Number.isInteger(value) ? String(value) : format.one(value)),
    xFormat: (x) => format.fullDate(new Date(x).toISOString()),
    // the first label of a month that began before the range would crowd the second
    xTicks: thin(months.length > 2 ? months.slice(1) : months, labels).map((week) => ({
      x: day(week.from),
      label: long ? `${format.month(week.from)} ’${week.from.slice(2, 4)}` : format.month(week.from),
    })),
    yMax,
    yTicks: [0, ...edges, ...above(edges[1], yMax)],
    bands: edges,
  };
};

// a scale that reaches far beyond the band needs marks of its own
const above = (band: number, yMax: number): number[] => {
  const marks = yMax > 200 ? ticks(0, yMax, 4) : yMax > 90 ? [100] : [];
  return marks.filter((mark) => mark > band + 10);
};

/** One scale for all charts of a page: 70 as drawn, or more when a week lies above. */
export const sharedMax = (values: (string | null | undefined)[]): number =>
  Math.max(70, Math.ceil(Math.max(0, ...values.map((value) => Number(value ?? 0))) / 10) * 10);
