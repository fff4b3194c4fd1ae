import { FINDING_CODES, type FindingCode } from './finding.js';

/**
 * The thresholds of the data checks by code, with their defaults. Shares are 0..1, counts are pictures, distances are
 * bits of the 64-bit difference hash, grey values 0..255.
 */
export const DEFAULT_THRESHOLDS = {
  /** Pictures per class: fewer fail, or warn. */
  CLASS_TOO_SMALL: { fail: 5, warn: 40, validationFail: 1, validationWarn: 10 },
  /** Largest over smallest class of the training split: more warns, or fails. */
  CLASS_IMBALANCE: { warn: 1.5, fail: 3 },
  DUPLICATE_NEAR: { distance: 4 },
  /** fail: share of the validation pictures that have a near duplicate in training. */
  LEAK_NEAR: { distance: 4, fail: 0.1 },
  /** Variance of the Laplacian at 96x96 grey: less warns, or fails. */
  BLUR: { warn: 60, fail: 20 },
  /** Mean grey below low or above high, or standard deviation below deviation, warns. */
  EXPOSURE: { low: 40, high: 215, deviation: 15 },
  /** Population stability index of new pictures against the training pictures; at least `minimum` new ones are needed. */
  DRIFT: { warn: 0.1, fail: 0.25, minimum: 20 },
  /** Share of the training pictures whose nearest neighbours all have another label. */
  LABEL_SUSPECT: { warn: 0.02, fail: 0.1, neighbours: 3 },
  /** Share of the rarer of grey and colour within one class. */
  GREY_COLOUR_MIX: { fail: 0.1 },
  /** shuffle 0: rows are read in their order; buffer: rows that are shuffled together, 0 = all. */
  SORTED_UNSHUFFLED: { shuffle: 1, buffer: 0 },
  /** Largest share of bad rows that `quarantine` drops. */
  QUARANTINE: { limit: 0.05 },
} as const;

type Names = typeof DEFAULT_THRESHOLDS;
type Values = { [C in keyof Names]: { -readonly [N in keyof Names[C]]: number } };
/** All thresholds of a data set, defaults filled in. */
export type Thresholds = { readonly [C in keyof Values]: Readonly<Values[C]> } & {
  /** Codes whose warnings stop a run. */
  readonly stops: ReadonlySet<FindingCode>;
};

/** What is wrong with a `checks` setting; path starts below `checks`. */
export interface ThresholdFault {
  path: string[];
  message: string;
}

const RANGES: Record<string, [low: number, high: number]> = {
  'LEAK_NEAR.fail': [0, 1],
  'LABEL_SUSPECT.warn': [0, 1],
  'LABEL_SUSPECT.fail': [0, 1],
  'GREY_COLOUR_MIX.fail': [0, 1],
  'QUARANTINE.limit': [0, 1],
  'DUPLICATE_NEAR.distance': [0, 16],
  'LEAK_NEAR.distance': [0, 16],
  'LABEL_SUSPECT.neighbours': [1, 25],
  'EXPOSURE.low': [0, 255],
  'EXPOSURE.high': [0, 255],
  'EXPOSURE.deviation': [0, 255],
  'SORTED_UNSHUFFLED.shuffle': [0, 1],
};
const WHOLE = new Set([
  'CLASS_TOO_SMALL.fail',
  'CLASS_TOO_SMALL.warn',
  'CLASS_TOO_SMALL.validationFail',
  'CLASS_TOO_SMALL.validationWarn',
  'DUPLICATE_NEAR.distance',
  'LEAK_NEAR.distance',
  'LABEL_SUSPECT.neighbours',
  'DRIFT.minimum',
  'SORTED_UNSHUFFLED.shuffle',
  'SORTED_UNSHUFFLED.buffer',
]);

/**
 * Reads thresholds such as `{"CLASS_TOO_SMALL": {"fail": 5, "warn": 40}}`; every code also takes `"stop": true`, which
 * makes its warnings stop a run. Unknown codes, names and values are all named together.
 */
export function readThresholds(checks: unknown): { thresholds: Thresholds; faults: ThresholdFault[] } {
  const faults: ThresholdFault[] = [];
  const values: Values = structuredClone(DEFAULT_THRESHOLDS);
  const stops = new Set<FindingCode>();
  if (checks !== null && checks !== undefined) {
    if (!isObject(checks))
      faults.push({
        path: [],
        message: 'checks is an object of thresholds by code, e.g. {"BLUR": {"warn": 60}}.',
      });
    else
      for (const [code, settings] of Object.entries(checks)) readCode(code, settings, values, stops, faults);
    if (values.EXPOSURE.low > values.EXPOSURE.high)
      faults.push({
        path: ['EXPOSURE', 'low'],
        message: `EXPOSURE.low is at most EXPOSURE.high (${values.EXPOSURE.high}): every picture would be too dark or too bright.`,
      });
  }
  return { thresholds: { ...values, stops }, faults };
}

function readCode(
  code: string,
  settings: unknown,
  values: Record<string, Record<string, number>>,
  stops: Set<FindingCode>,
  faults: ThresholdFault[],
): void {
  const isCode = (FINDING_CODES as readonly string[]).includes(code);
  const known = Object.hasOwn(values, code) ? values[code]! : isCode ? {} : null;
  if (!known) {
    faults.push({
      path: [code],
      message: `${code} is no check. Thresholds exist for ${Object.keys(DEFAULT_THRESHOLDS).join(', ')}.`,
    });
    return;
  }
  if (settings === null) return;
  if (!isObject(settings)) {
    faults.push({
      path: [code],
      message: `${code} takes an object such as ${JSON.stringify(Object.keys(known).length > 0 ? known : { stop: true })}.`,
    });
    return;
  }
  for (const [name, value] of Object.entries(settings)) {
    if (value === null && (name === 'stop' || Object.hasOwn(known, name))) continue;
    if (name === 'stop' && isCode) {
      if (value === true) stops.add(code as FindingCode);
      else if (value !== false)
        faults.push({ path: [code, name], message: `${code}.stop is true or false.` });
      continue;
    }
    const fault = !Object.hasOwn(known, name)
      ? unknownName(code, name, known, isCode)
      : valueFault(`${code}.${name}`, value);
    if (fault) faults.push({ path: [code, name], message: fault });
    else known[name] = Number(value);
  }
}

const unknownName = (code: string, name: string, known: object, isCode: boolean): string =>
  `${code} has no threshold "${name}"; it has ${[...Object.keys(known), ...(isCode ? ['stop'] : [])].join(', ')}.`;

function valueFault(name: string, value: unknown): string | null {
  if (name === 'SORTED_UNSHUFFLED.shuffle' && typeof value === 'boolean') return null;
  const [low, high] = RANGES[name] ?? [0, 1e9];
  if (typeof value === 'number' && value >= low && value <= high)
    return WHOLE.has(name) && !Number.isInteger(value) ? `${name} is a whole number.` : null;
  return `${name} is a number from ${low} to ${high}.`;
}

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
