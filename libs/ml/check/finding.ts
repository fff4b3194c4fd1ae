/** What can be found in data, manifests and queues; the catalogue of docs/data-checks.md. */
export const FINDING_CODES = [
  'PATH_MISSING',
  'NOT_AN_IMAGE',
  'FORMAT_MISMATCH',
  'DECODE_ERROR',
  'SHAPE_MISMATCH',
  'CHANNELS_MISMATCH',
  'BIT_DEPTH',
  'MANIFEST_BLANK_LINE',
  'MANIFEST_HEADER',
  'MANIFEST_COLUMNS',
  'MANIFEST_LABEL_NOT_INT',
  'MANIFEST_CRLF',
  'MANIFEST_BOM',
  'MANIFEST_ENCODING',
  'MANIFEST_DELIMITER',
  'MANIFEST_QUOTED_COMMA',
  'LABEL_RANGE',
  'LABEL_NAME_CONFLICT',
  'LABEL_MAP_CHANGED',
  'LABEL_SUSPECT',
  'EMPTY_INPUT',
  'RECORD_CORRUPT',
  'FEATURE_MISSING',
  'BATCH_GT_DATA',
  'EPOCHS_UNINITIALISED',
  'RUNNERS_NOT_STARTED',
  'STEPS_GT_DATA',
  'EARLY_CLOSE',
  'READER_DISAGREE',
  'SLOW_PRODUCER',
  'RESOURCE',
  'NAN_INPUT',
  'UNKNOWN',
  'GREY_EXPANDED',
  'GREY_COLOUR_MIX',
  'CLASS_TOO_SMALL',
  'CLASS_IMBALANCE',
  'CLASS_MISSING',
  'SORTED_UNSHUFFLED',
  'DUPLICATE_EXACT',
  'LEAK_EXACT',
  'SAME_PIXELS_TWO_LABELS',
  'DUPLICATE_NEAR',
  'LEAK_NEAR',
  'BLUR',
  'EXPOSURE',
  'DRIFT',
  'SPLIT_SUGGESTED',
  'QUARANTINED',
] as const;
export type FindingCode = (typeof FINDING_CODES)[number];

export type Severity = 'FAIL' | 'WARN' | 'INFO';
export type Verdict = 'PASS' | 'WARN' | 'FAIL';
export type Split = 'TRAINING' | 'VALIDATION';

/** A picture named by a finding. `row` is the physical line of its split's manifest, null for uploaded pictures. */
export interface FoundPicture {
  path: string;
  row: number | null;
  split: Split;
  label: string | null;
  /** What it is served by; null when it cannot be read. */
  pixelSha: string | null;
}

/** Two pictures that look alike; distance in bits of the difference hash, 0 for equal pixels. */
export interface FoundPair {
  a: FoundPicture;
  b: FoundPicture;
  distance: number;
}

/** One thing that was found, with every row it was found in (of the listed ones the first 200). */
export interface Finding {
  code: FindingCode;
  severity: Severity;
  split: Split | 'BOTH';
  /** Rows, or pairs where pairs are listed; may exceed what is listed. */
  count: number;
  firstRow: number | null;
  message: string;
  remedy: string | null;
  /** Physical 1-based lines of the split's manifest; of findings over both splits those of the validation manifest. */
  rows: number[];
  pairs: FoundPair[];
  pictures: FoundPicture[];
  /** A person has looked at it and let it pass. */
  accepted: boolean;
  /** Automatic training waits until a person has accepted it or trained this data by hand. */
  holds: boolean;
}

/** How many rows, pairs and pictures a finding lists. */
export const LISTED = 200;

const ORDER: Record<Severity, number> = { FAIL: 0, WARN: 1, INFO: 2 };

/** A finding with what was left out filled in; lists are cut to the first 200, the count is kept. */
export function finding(
  part: Pick<Finding, 'code' | 'severity' | 'split' | 'count' | 'message'> & Partial<Finding>,
): Finding {
  const rows = part.rows ?? [];
  return {
    remedy: null,
    accepted: false,
    holds: false,
    ...part,
    firstRow: part.firstRow ?? rows[0] ?? null,
    rows: rows.slice(0, LISTED),
    pairs: (part.pairs ?? []).slice(0, LISTED),
    pictures: (part.pictures ?? []).slice(0, LISTED),
  };
}

/** Worst first, then most rows first, then by code: the same findings always come in the same order. */
export const inOrder = (findings: readonly Finding[]): Finding[] =>
  [...findings].sort(
    (a, b) =>
      ORDER[a.severity] - ORDER[b.severity] ||
      b.count - a.count ||
      compare(a.code, b.code) ||
      compare(a.split, b.split),
  );

/** FAIL when anything fails, WARN when anything warns, else PASS. */
export const verdictOf = (findings: readonly Pick<Finding, 'severity'>[]): Verdict =>
  findings.some((found) => found.severity === 'FAIL')
    ? 'FAIL'
    : findings.some((found) => found.severity === 'WARN')
      ? 'WARN'
      : 'PASS';

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
