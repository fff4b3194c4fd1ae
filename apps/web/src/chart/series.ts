/** A value at a place; null is a gap. low and high span its interval, provisional draws it dashed. */
export interface Point {
  x: number;
  y: number | null;
  low?: number | null;
  high?: number | null;
  provisional?: boolean;
}
/** A line; colour is fixed to the thing it shows. raw: the pale values under a smoothed line. */
export interface Series {
  key: string;
  label: string;
  colour: number;
  points: Point[];
  dashed?: boolean;
  raw?: Point[];
  area?: boolean;
}

/** The values that a line stands for: what was measured, whatever smooths the line. */
export const measured = (one: Series): Point[] => one.raw ?? one.points;

/** What LineChart needs to draw; label is the text summary for those who do not see it. */
export interface LineChartProps {
  label: string;
  series: Series[];
  yFormat: (value: number) => string;
  xFormat: (x: number) => string;
  xTicks?: { x: number; label: string }[];
  height?: number;
  yMax?: number;
  yTicks?: number[];
  logY?: boolean;
  bands?: readonly [number, number];
  events?: { x: number; label: string }[];
  limit?: { y: number; label: string };
  endLabels?: boolean;
  endFormat?: (value: number) => string;
  endInterval?: { low: (value: string) => string; high: (value: string) => string };
  small?: boolean;
}
