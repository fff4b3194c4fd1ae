import { grouped } from '#platform';
import { type Finding, finding, type Split } from '../check/finding.js';
import {
  type QueueMessage,
  queueMessage,
  splitOfQueue,
  type TextSign,
  textSigns,
} from './error-text.rules.js';
import { byArithmetic, type QueueVerdict, type Ruling } from './plan-arithmetic.rules.js';
import { type BatchPlan, preflight } from './preflight.rules.js';

export type { QueueVerdict };

export type Confidence = 'EXACT' | 'LIKELY' | 'UNKNOWN';

/** What reading every row again outside the queue gave. */
export interface Reread {
  rows: number;
  usable: number;
  /** Faults that stop a queue, most rows first. */
  findings: Finding[];
}

/** All that is known about a queue that ended. */
export interface QueueCase {
  errorText: string | null;
  plan: BatchPlan | null;
  batchesServed: number | null;
  reread: Reread | null;
}

export interface QueueDiagnosis {
  verdict: QueueVerdict;
  queue: string | null;
  explanation: string;
  confidence: Confidence;
  estimatedBadRows: number | null;
  shortfall: number | null;
  findings: Finding[];
}

/**
 * Says why a queue ended: signs in the text first (they name a cause), then arithmetic on the plan, then what reading
 * the rows again gave. EXACT = reproduced by reading again, LIKELY = text and arithmetic only.
 */
export function diagnose({ errorText, plan, batchesServed, reread }: QueueCase): QueueDiagnosis {
  const message = errorText === null ? null : queueMessage(errorText);
  const signs = errorText === null ? [] : textSigns(errorText);
  const split = (message && splitOfQueue(message.queue)) ?? 'TRAINING';
  const ruling =
    bySigns(signs) ??
    byArithmetic(message, plan, batchesServed, reread !== null && reread.usable < reread.rows) ??
    byReading(reread, signs, errorText !== null);
  const findings = merged(reread?.findings ?? [], signs, ruling, plan, split);
  const badRows = reread ? reread.rows - reread.usable : null;
  const reproduced =
    reread !== null && badRows! > 0 === (ruling.verdict === 'PRODUCER_DIED' || ruling.verdict === 'UNKNOWN');
  return {
    verdict: ruling.verdict,
    queue: message?.queue || null,
    explanation: explanation(ruling, message, reread, signs),
    confidence:
      ruling.verdict === 'UNKNOWN' && !(reread && badRows! > 0) ? 'UNKNOWN' : reproduced ? 'EXACT' : 'LIKELY',
    estimatedBadRows:
      badRows !== null && (badRows > 0 || errorText === null) ? badRows : (ruling.estimatedBadRows ?? null),
    shortfall: ruling.shortfall ?? null,
    findings,
  };
}

function bySigns(signs: TextSign[]): Ruling | null {
  const has = (code: TextSign['code']): boolean => signs.some((sign) => sign.code === code);
  if (has('EPOCHS_UNINITIALISED')) {
    return {
      verdict: 'EPOCHS_UNINITIALISED',
      because:
        'num_epochs keeps its counter in a local variable that was never initialised: run the local initialiser before the queue runners start',
    };
  }
  if (has('RUNNERS_NOT_STARTED')) {
    return {
      verdict: 'RUNNERS_NOT_STARTED',
      because:
        'no producer attached: the queue is open and empty, and nobody fills it; start the queue runners',
    };
  }
  return null;
}

function byReading(reread: Reread | null, signs: TextSign[], hasText: boolean): Ruling {
  if (reread && reread.usable < reread.rows)
    return { verdict: 'PRODUCER_DIED', because: 'a producer that reads these rows dies on a bad one' };
  const causes = signs.filter((sign) => sign.code !== 'EARLY_CLOSE' && sign.code !== 'SLOW_PRODUCER');
  if (causes[0])
    return {
      verdict: VERDICTS[causes[0].code] ?? 'PRODUCER_DIED',
      because: `the first exception is the cause, a closed queue its consequence: ${causes[0].evidence}`,
    };
  if (signs.length > 0)
    return { verdict: 'UNKNOWN', because: `the text shows ${signs[0]!.code}: ${signs[0]!.evidence}` };
  if (reread && !hasText) return { verdict: 'NORMAL_END', because: 'nothing in the data stops a queue' };
  return {
    verdict: 'UNKNOWN',
    because:
      'the text alone does not decide: name the plan (rows, batch, epochs) and the batches served, or a dataset to read again',
  };
}

function merged(
  read: Finding[],
  signs: TextSign[],
  ruling: Ruling,
  plan: BatchPlan | null,
  split: Split,
): Finding[] {
  const findings = [...read];
  const add = (part: Finding): void => {
    if (!findings.some((found) => found.code === part.code)) findings.push(part);
  };
  for (const sign of signs)
    add(
      finding({
        code: sign.code,
        severity: 'FAIL',
        split,
        count: statedCount(sign.evidence),
        message: sign.evidence,
        remedy: REMEDIES[sign.code] ?? null,
      }),
    );
  if (plan && (plan.epochs !== null || plan.usableRows === 0))
    for (const found of preflight(plan, split).findings) add(found);
  if (ruling.verdict === 'UNKNOWN' && findings.length === 0) {
    add(
      finding({
        code: 'UNKNOWN',
        severity: 'WARN',
        split,
        count: 0,
        message: ruling.because,
        remedy: 'keep the whole log: the first exception in it counts',
      }),
    );
  }
  return findings.sort((a, b) => b.count - a.count);
}

/** Causes in a text that are no death of the producer. */
const VERDICTS: Partial<Record<Finding['code'], QueueVerdict>> = {
  BATCH_GT_DATA: 'BATCH_GT_DATA',
  STEPS_GT_DATA: 'NORMAL_END',
};

// Our own errors say how many: "40 of 40 files not found".
const statedCount = (evidence: string): number =>
  Number((/([\d,]+) of [\d,]+/.exec(evidence)?.[1] ?? '1').replaceAll(',', '')) || 1;

const REMEDIES: Partial<Record<Finding['code'], string>> = {
  EPOCHS_UNINITIALISED: 'run the local initialiser first',
  RUNNERS_NOT_STARTED: 'start the queue runners',
  EARLY_CLOSE: 'look for the first exception in the log by time',
  SHAPE_MISMATCH: 'resize, or change the contract',
  CHANNELS_MISMATCH: 'expand to RGB / drop alpha',
  PATH_MISSING: 'set the root, or rewrite the manifest',
  MANIFEST_ENCODING: 'save the list in UTF-8, or open it with the encoding it has',
  MANIFEST_BOM: 'save the manifest without byte order mark',
  MANIFEST_CRLF: 'save the manifest with LF line ends',
  MANIFEST_COLUMNS: 'write path,name,label on every line, without blank lines',
  MANIFEST_LABEL_NOT_INT: 'delete the header; write the number of the class in the third column',
  NOT_AN_IMAGE: 'exclude the row',
  FORMAT_MISMATCH: 'decode by content, or convert the files',
  DECODE_ERROR: 'quarantine, or fetch the file again',
  LABEL_RANGE: 'number the classes 0 to classes - 1',
  EMPTY_INPUT: 'look at the list of files: it is empty, or its pattern matches nothing',
  RECORD_CORRUPT: 'write the record file anew',
  FEATURE_MISSING: 'write the record file anew with the features that are read',
  READER_DISAGREE: 'give the queues names of their own, and one type and shape for each component',
  NAN_INPUT: 'look at the augmentation: its ranges make values that are no numbers',
  STEPS_GT_DATA: 'repeat the data, or ask for fewer steps',
  RESOURCE: 'free the resource and start again',
  SLOW_PRODUCER: 'more workers, or a cache of decoded pictures',
};

// What takes rows out of use, both splits together: "PATH_MISSING 3, DECODE_ERROR 1".
function causes(findings: readonly Finding[]): string {
  const counts = new Map<string, number>();
  for (const { code, severity, count } of findings)
    if (severity === 'FAIL') counts.set(code, (counts.get(code) ?? 0) + count);
  return [...counts].map(([code, count]) => `${code} ${grouped(count)}`).join(', ');
}

function explanation(
  ruling: Ruling,
  message: QueueMessage | null,
  reread: Reread | null,
  signs: TextSign[],
): string {
  const split = message ? splitOfQueue(message.queue) : null;
  const which = message?.queue ? `Queue "${message.queue}"${split ? ` (${split.toLowerCase()})` : ''}: ` : '';
  const read =
    reread === null
      ? ''
      : reread.usable === reread.rows
        ? ` Reading all ${grouped(reread.rows)} rows again found every one usable.`
        : ` Reading all ${grouped(reread.rows)} rows again: ${grouped(reread.rows - reread.usable)} cannot be used (${causes(reread.findings)}).`;
  const first =
    ruling.verdict !== 'UNKNOWN' && signs[0] && !ruling.because.includes(signs[0].evidence)
      ? ` The text shows first: ${signs[0].evidence}`
      : '';
  return `${which}${ruling.because}.${read}${first}`.replace(/\.\.(?= |$)/g, '.');
}
