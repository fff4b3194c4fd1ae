import { type Finding, finding, type Severity, type Split } from './finding.js';
import type { Thresholds } from './thresholds.rules.js';

/** Usable pictures of one class. */
export interface ClassCount {
  name: string;
  training: number;
  validation: number;
  /** Training pictures without any colour. */
  grey: number;
}

const listed = (names: string[]): string =>
  names.length <= 5 ? names.join(', ') : `${names.slice(0, 5).join(', ')} and ${names.length - 5} more`;

/** Size, balance and presence of the classes. hasValidation: a validation split was given, so that it may be empty. */
export function classFindings(
  classes: readonly ClassCount[],
  hasValidation: boolean,
  t: Thresholds,
): Finding[] {
  if (classes.length === 0) return [];
  const findings = [
    ...sizes(classes, 'TRAINING', t.CLASS_TOO_SMALL.fail, t.CLASS_TOO_SMALL.warn),
    ...(hasValidation
      ? sizes(classes, 'VALIDATION', t.CLASS_TOO_SMALL.validationFail, t.CLASS_TOO_SMALL.validationWarn)
      : []),
    ...imbalance(classes, t),
    ...greyMix(classes, t),
  ];
  const absent = hasValidation ? classes.filter((one) => one.training > 0 && one.validation === 0) : [];
  if (absent.length > 0) {
    findings.push(
      finding({
        code: 'CLASS_MISSING',
        severity: 'FAIL',
        split: 'VALIDATION',
        count: absent.length,
        message: `${absent.length} of ${classes.length} classes have no usable validation picture: ${listed(absent.map((one) => one.name))}.`,
        remedy: 'add validation pictures of the class',
      }),
    );
  }
  if (classes.length === 1) {
    findings.push(
      finding({
        code: 'CLASS_MISSING',
        severity: 'FAIL',
        split: 'TRAINING',
        count: 1,
        message: `There is one class only, ${classes[0]!.name}: a model would have nothing to tell apart.`,
        remedy: 'add pictures of a second class',
      }),
    );
  }
  const untrained = classes.filter((one) => one.training === 0);
  if (untrained.length > 0 && untrained.length < classes.length) {
    findings.push(
      finding({
        code: 'CLASS_MISSING',
        severity: 'FAIL',
        split: 'TRAINING',
        count: untrained.length,
        message: `${untrained.length} of ${classes.length} classes have no usable training picture: ${listed(untrained.map((one) => one.name))}.`,
        remedy: 'add training pictures of the class',
      }),
    );
  }
  return findings;
}

function sizes(classes: readonly ClassCount[], split: Split, fail: number, warn: number): Finding[] {
  const count = (one: ClassCount): number => (split === 'TRAINING' ? one.training : one.validation);
  const findings: Finding[] = [];
  const add = (severity: Severity, few: ClassCount[], least: number): void => {
    if (few.length === 0) return;
    const smallest = few.reduce((a, b) => (count(b) < count(a) ? b : a));
    const lacking = least - count(smallest);
    findings.push(
      finding({
        code: 'CLASS_TOO_SMALL',
        severity,
        split,
        count: few.length,
        message: `${few.length} of ${classes.length} classes have fewer than ${least} ${split.toLowerCase()} pictures; the smallest is ${smallest.name} with ${count(smallest)}.`,
        remedy: `add ${lacking} picture${lacking === 1 ? '' : 's'} of ${smallest.name}`,
      }),
    );
  };
  add(
    'FAIL',
    classes.filter((one) => count(one) < fail),
    fail,
  );
  add(
    'WARN',
    classes.filter((one) => count(one) >= fail && count(one) < warn),
    warn,
  );
  return findings;
}

function imbalance(classes: readonly ClassCount[], { CLASS_IMBALANCE: t }: Thresholds): Finding[] {
  const present = classes.filter((one) => one.training > 0).sort((a, b) => b.training - a.training);
  const [most, least] = [present[0], present.at(-1)];
  if (!most || !least) return [];
  const ratio = most.training / least.training;
  if (ratio <= t.warn && ratio <= t.fail) return [];
  return [
    finding({
      code: 'CLASS_IMBALANCE',
      severity: ratio > t.fail ? 'FAIL' : 'WARN',
      split: 'TRAINING',
      count: present.length,
      message: `${most.name} has ${most.training} training pictures, ${least.name} ${least.training}: ${ratio.toFixed(2)} to 1, above ${ratio > t.fail ? t.fail : t.warn}.`,
      remedy: `add pictures of ${least.name}`,
    }),
  ];
}

function greyMix(classes: readonly ClassCount[], { GREY_COLOUR_MIX: t }: Thresholds): Finding[] {
  const share = (one: ClassCount): number => Math.min(one.grey, one.training - one.grey) / one.training;
  const mixed = classes.filter((one) => one.training > 0 && share(one) > t.fail);
  if (mixed.length > 0) {
    const worst = mixed.reduce((a, b) => (share(b) > share(a) ? b : a));
    return [
      finding({
        code: 'GREY_COLOUR_MIX',
        severity: 'FAIL',
        split: 'TRAINING',
        count: mixed.length,
        message: `${listed(mixed.map((one) => one.name))}: grey and colour pictures are mixed, in ${worst.name} ${worst.grey} grey of ${worst.training}. Colour would give the class away.`,
        remedy: 'make all pictures grey, or all of them coloured',
      }),
    ];
  }
  const grey = classes.filter((one) => one.training > 0 && one.grey > one.training / 2);
  const coloured = classes.filter((one) => one.training > 0 && one.grey <= one.training / 2);
  if (grey.length === 0 || coloured.length === 0) return [];
  return [
    finding({
      code: 'GREY_COLOUR_MIX',
      severity: 'WARN',
      split: 'TRAINING',
      count: grey.length,
      message: `${listed(grey.map((one) => one.name))} ${grey.length === 1 ? 'is' : 'are'} grey, ${listed(coloured.map((one) => one.name))} coloured: colour gives the class away.`,
      remedy: 'make all pictures grey, or all of them coloured',
    }),
  ];
}

/** A list sorted by class that nobody shuffles trains one class after the other; a short shuffle buffer does so in part. */
export function orderFinding(
  labels: readonly number[],
  { SORTED_UNSHUFFLED: t }: Thresholds,
): Finding | null {
  const sorted = new Set(labels).size > 1 && isGrouped(labels);
  if (!sorted) return null;
  const buffer = t.buffer === 0 ? labels.length : t.buffer;
  if (t.shuffle !== 0 && buffer >= labels.length) return null;
  const off = t.shuffle === 0;
  return finding({
    code: 'SORTED_UNSHUFFLED',
    severity: off ? 'FAIL' : 'WARN',
    split: 'TRAINING',
    count: labels.length,
    message: off
      ? 'The rows are sorted by class and shuffle is off: batches hold one class each.'
      : `The rows are sorted by class and the shuffle buffer of ${buffer} is smaller than ${labels.length} rows.`,
    remedy: 'shuffle all rows',
  });
}

// Each class in one run of rows: sorted in any order of the classes.
function isGrouped(labels: readonly number[]): boolean {
  const seen = new Set<number>();
  for (const [i, label] of labels.entries()) {
    if (i > 0 && labels[i - 1] === label) continue;
    if (seen.has(label)) return false;
    seen.add(label);
  }
  return true;
}
