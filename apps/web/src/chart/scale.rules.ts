/** A linear map from a domain to pixels. */
export const linear =
  (from: readonly [number, number], to: readonly [number, number]) =>
  (value: number): number =>
    from[1] === from[0] ? to[0] : to[0] + ((value - from[0]) / (from[1] - from[0])) * (to[1] - to[0]);

/** At most `count` round ticks that cover [0, max] or [min, max]; steps are 1, 2, 2.5 or 5 times a power of ten. */
export const ticks = (min: number, max: number, count = 5): number[] => {
  const span = max - min;
  if (!(span > 0)) return [min];
  const raw = span / Math.max(1, count - 1);
  const power = 10 ** Math.floor(Math.log10(raw));
  const step = ([1, 2, 2.5, 5, 10].find((one) => one * power >= raw - 1e-12) ?? 10) * power;
  const out: number[] = [];
  for (let value = Math.ceil(min / step - 1e-9) * step; value <= max + step * 1e-6; value += step)
    out.push(Number(value.toPrecision(12)));
  return out;
};

/** The same for what is counted, such as steps of a training: a tick between two of them would say a step that is none. */
export const wholeTicks = (min: number, max: number, count = 5): number[] =>
  ticks(min, max, count).filter(Number.isInteger);

/** Labels of one axis with the same decimals: 0, 0.5, 1 -> 0.0, 0.5, 1.0. Where one is no plain figure all stay. */
export const evenDecimals = (labels: readonly string[]): string[] => {
  if (!labels.every((label) => /^[\d,]+(\.\d+)?$/.test(label))) return [...labels];
  const decimals = Math.max(0, ...labels.map((label) => label.split('.')[1]?.length ?? 0));
  return labels.map((label) => {
    const [whole, rest = ''] = label.split('.');
    return decimals === 0 ? label : `${whole}.${rest.padEnd(decimals, '0')}`;
  });
};

const MINUTE_MS = 60_000;
const roundSteps = [1, 2, 5, 10, 15, 30, 60, 120, 180, 360, 720, 1440].map((minutes) => minutes * MINUTE_MS);

/** At most `count` instants between two, at the round minutes, hours or half days that a clock shows. */
export const roundTimes = (from: number, to: number, count: number): number[] => {
  const day = roundSteps.at(-1) as number;
  const step =
    roundSteps.find((one) => (to - from) / one < count) ?? (Math.floor((to - from) / day / count) + 1) * day;
  const out: number[] = [];
  for (let at = Math.ceil(from / step) * step; at <= to; at += step) out.push(at);
  return out.length > 0 ? out : [from];
};

const spans = [1, 2, 5, 10, 15, 30, 60, 120, 300, 600, 900, 1800, 3600];

/** At most `count` places between 0 and a number of seconds, at round seconds, minutes or hours. */
export const roundSeconds = (to: number, count: number): number[] => {
  const hours = Math.ceil(to / 3600 / (count - 1));
  const step = spans.find((one) => to / one < count) ?? hours * 3600;
  return Array.from({ length: Math.floor(to / step) + 1 }, (_, index) => index * step);
};

/** The next round tick at or above a maximum, so that the axis ends on a label. */
export const niceMax = (max: number, count = 5): number => {
  if (!(max > 0)) return 1;
  const list = ticks(0, max, count);
  const step = (list[1] ?? max) - (list[0] ?? 0);
  return step > 0 ? Number((Math.ceil(max / step - 1e-9) * step).toPrecision(12)) : max;
};

/** Picks at most `count` of the places, evenly, keeping the first. */
export const thin = <Value>(values: readonly Value[], count: number): Value[] => {
  const every = Math.max(1, Math.ceil(values.length / count));
  return values.filter((_, index) => index % every === 0);
};

/** TensorBoard's smoothing with bias correction: weight 0 keeps the values, gaps stay gaps. */
export const smooth = (values: readonly (number | null)[], weight: number): (number | null)[] => {
  let last = 0;
  let seen = 0;
  return values.map((value) => {
    if (value === null || !Number.isFinite(value)) return null;
    last = last * weight + (1 - weight) * value;
    seen++;
    return weight === 0 ? value : last / (1 - weight ** seen);
  });
};

/** An SVG path through the points; a null lifts the pen. */
export const path = (points: readonly (readonly [number, number] | null)[]): string => {
  let pen = 'M';
  const parts: string[] = [];
  for (const point of points) {
    if (!point) {
      pen = 'M';
      continue;
    }
    parts.push(`${pen}${point[0].toFixed(1)} ${point[1].toFixed(1)}`);
    pen = 'L';
  }
  return parts.join('');
};

/** Pushes labels apart so that two never overlap; returns their new places in the given order. */
export const spread = (places: readonly number[], gap: number, top: number, bottom: number): number[] => {
  const order = places.map((place, index) => ({ place, index })).sort((a, b) => a.place - b.place);
  let last = top - gap;
  for (const one of order) {
    one.place = Math.max(one.place, last + gap);
    last = one.place;
  }
  let limit = bottom;
  for (const one of [...order].reverse()) {
    one.place = Math.min(one.place, limit);
    limit = one.place - gap;
  }
  const out = [...places];
  for (const one of order) out[one.index] = one.place;
  return out;
};

/** Roughly how wide a text is drawn at 11 px: wide letters such as Hangul take twice the room of Latin ones. */
export const textWidth = (text: string): number =>
  [...text].reduce((sum, letter) => sum + (letter > '\u2e80' ? 11 : 6.2), 0);

/** As much of a text as fits into so many pixels, drawn at 11 px; what is cut ends in an ellipsis. */
export const fitting = (text: string, pixels: number): string => {
  // bold letters, as labels are, take a little more
  const width = (part: string) => textWidth(part) * 1.12;
  if (width(text) <= pixels) return text;
  const letters = [...text];
  while (letters.length > 1 && width(`${letters.join('')}…`) > pixels) letters.pop();
  return `${letters.join('').trimEnd()}…`;
};

const LABEL_HEIGHT = 12;

/** Of marks from the bottom up those whose labels do not run into the one below; places are pixels from the top. */
export const apart = <Mark>(marks: readonly Mark[], place: (mark: Mark) => number): Mark[] => {
  let taken = Number.POSITIVE_INFINITY;
  return marks.filter((mark) => {
    const at = place(mark);
    if (at > taken - LABEL_HEIGHT) return false;
    taken = at;
    return true;
  });
};
