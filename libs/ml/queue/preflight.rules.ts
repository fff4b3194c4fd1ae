import { grouped } from '#platform';
import { type Finding, finding, type Split, type Verdict, verdictOf } from '../check/finding.js';

/** What a training plans to consume. epochs null repeats for ever, steps null takes what there is. */
export interface BatchPlan {
  usableRows: number;
  batchSize: number;
  epochs: number | null;
  steps: number | null;
  allowPartialBatch: boolean;
}

/** Whether every batch of a plan can be filled; numbers in rows and batches. */
export interface Preflight {
  verdict: Verdict;
  batchesPerEpoch: number;
  droppedRows: number;
  /** null when the input repeats for ever. */
  totalBatches: number | null;
  /** Pictures that are missing for one batch; null when one can be filled. */
  shortfall: number | null;
  findings: Finding[];
}

/** What makes a plan meaningless, as "field: what it must be"; null when it can be judged. */
export function planFault({ usableRows, batchSize, epochs, steps }: BatchPlan): string | null {
  if (usableRows < 0) return 'usableRows: 0 or more.';
  if (batchSize < 1) return 'batchSize: 1 or more.';
  if (epochs !== null && epochs < 1) return 'epochs: 1 or more; leave it out to repeat for ever.';
  return steps !== null && steps < 1 ? 'steps: 1 or more.' : null;
}

const MOST = 2 ** 31 - 1;
const counted = (value: number, noun: string): string =>
  `${grouped(value)} ${noun}${value === 1 ? '' : noun.endsWith('h') ? 'es' : 's'}`;

/**
 * The arithmetic of a plan: batches per epoch = floor(U / B), one more for a partial one; dropped = U mod B; in all
 * floor(U x E / B), because a queue fills batches across epochs. Fails before anything has run.
 */
export function preflight(plan: BatchPlan, split: Split = 'TRAINING'): Preflight {
  const { usableRows: rows, batchSize: batch, epochs, allowPartialBatch: partial } = plan;
  const rest = rows % batch;
  const batchesPerEpoch = Math.floor(rows / batch) + (partial && rest > 0 ? 1 : 0);
  const total = epochs === null ? null : totalBatches(rows, epochs, batch, partial);
  const findings = faults(plan, total, split);
  const short = epochs !== null && !partial && total === 0;
  return {
    verdict: verdictOf(findings),
    batchesPerEpoch,
    droppedRows: partial ? 0 : rest,
    totalBatches: total,
    shortfall: short ? Math.ceil(batch / epochs) - rows : null,
    findings,
  };
}

// BigInt: the product of two counts may pass 2^53.
function totalBatches(rows: number, epochs: number, batch: number, partial: boolean): number {
  const all = BigInt(rows) * BigInt(epochs);
  const size = BigInt(batch);
  const total = all / size + (partial && all % size > 0n ? 1n : 0n);
  return total > BigInt(MOST) ? MOST : Number(total);
}

function faults(
  { usableRows, batchSize, epochs, steps, allowPartialBatch }: BatchPlan,
  total: number | null,
  split: Split,
): Finding[] {
  const fault = (
    code: Finding['code'],
    severity: Finding['severity'],
    count: number,
    message: string,
    remedy: string,
  ): Finding => finding({ code, severity, split, count, message, remedy });
  if (usableRows === 0) {
    return [
      fault(
        'EMPTY_INPUT',
        'FAIL',
        0,
        `${split.toLowerCase()} list is empty: 0 usable images`,
        'add pictures, or repair the rows that cannot be read',
      ),
    ];
  }
  if (epochs === null) {
    if (usableRows >= batchSize) return [];
    const message = `each batch holds copies: ${grouped(batchSize)} rows from ${grouped(usableRows)} images`;
    return [
      fault(
        'DUPLICATE_EXACT',
        'WARN',
        batchSize - usableRows,
        message,
        `a batch of at most ${grouped(usableRows)}, or ${grouped(batchSize - usableRows)} more images`,
      ),
    ];
  }
  if (total === 0 && !allowPartialBatch) {
    const missing = Math.ceil(batchSize / epochs) - usableRows;
    const over = epochs === 1 ? '' : ` in ${grouped(epochs)} epochs`;
    const message = `${counted(usableRows, 'usable image')}${over}, batch ${grouped(batchSize)}, repeat off, partial batch off: no batch can ever be filled`;
    return [
      fault(
        'BATCH_GT_DATA',
        'FAIL',
        missing,
        message,
        `smaller batch / repeat / allow partial / add ${counted(missing, 'image')}`,
      ),
    ];
  }
  if (total !== null && steps !== null && steps > total) {
    const message = `data ends after ${counted(total, 'batch')}, loop wants ${grouped(steps)}`;
    return [
      fault(
        'STEPS_GT_DATA',
        'FAIL',
        steps - total,
        message,
        `repeat, more epochs, or at most ${counted(total, 'step')}`,
      ),
    ];
  }
  return [];
}
