import { grouped } from '#platform';
import { handsOutRows, type QueueMessage } from './error-text.rules.js';
import { type BatchPlan, preflight } from './preflight.rules.js';

export type QueueVerdict =
  | 'NORMAL_END'
  | 'PRODUCER_DIED'
  | 'BATCH_GT_DATA'
  | 'RUNNERS_NOT_STARTED'
  | 'EPOCHS_UNINITIALISED'
  | 'UNKNOWN';

/** One line of reasoning: a verdict with its sentence. */
export interface Ruling {
  verdict: QueueVerdict;
  because: string;
  estimatedBadRows?: number | null;
  shortfall?: number | null;
}

/**
 * What a plan says of a queue that ended: how many batches it could give, against how many were served and what was left.
 * Null when it does not decide. `counted`: the bad rows are known, so that an estimate could only contradict them.
 */
export function byArithmetic(
  message: QueueMessage | null,
  plan: BatchPlan | null,
  served: number | null,
  counted: boolean,
): Ruling | null {
  if (!plan) return null;
  const { usableRows: rows, batchSize: batch, epochs, allowPartialBatch } = plan;
  const check = preflight(plan);
  // Rows that the last attempt had taken before it gave up are put back: they belong to the rest.
  const rest =
    message?.currentSize == null || handsOutRows(message.queue)
      ? null
      : message.currentSize + Math.max(0, batch - (message.requested ?? batch));
  // Bad rows that reading again has counted need no estimate, which could only contradict it.
  const goodBefore = rest === null || counted ? null : (served ?? 0) * batch + rest;
  if (epochs === null) {
    if (rows === 0)
      return {
        verdict: 'PRODUCER_DIED',
        because: 'there is not one usable row: a producer that repeats nothing for ever dies at once',
      };
    return message ? died('not a shortage of data: the input repeats for ever', rows, goodBefore) : null;
  }
  const total = check.totalBatches ?? 0;
  if (rows === 0)
    return { verdict: 'BATCH_GT_DATA', because: 'there is not one usable row', shortfall: check.shortfall };
  const left = allowPartialBatch ? 0 : Number((BigInt(rows) * BigInt(epochs)) % BigInt(batch));
  const ended =
    (served === null || served === total) &&
    (rest === null || rest === left) &&
    (message !== null || served !== null);
  if (ended && total === 0) {
    return {
      verdict: 'BATCH_GT_DATA',
      because: check.findings[0]?.message ?? 'no batch can ever be filled',
      shortfall: check.shortfall,
    };
  }
  if (ended) {
    const over = epochs === 1 ? 'one epoch' : `${grouped(epochs)} epochs`;
    return {
      verdict: 'NORMAL_END',
      because: `not an error: ${over} of ${grouped(rows)} rows make ${grouped(total)} batches of ${grouped(batch)}${left > 0 ? `, ${grouped(left)} rows are left over` : ''}, and all of them were served`,
    };
  }
  // The plan alone proves that no batch can ever come.
  if (!message && served === null)
    return total === 0
      ? { verdict: 'BATCH_GT_DATA', because: check.findings[0]!.message, shortfall: check.shortfall }
      : null;
  const expected = `${grouped(total)} batches and a rest of ${grouped(left)} were due, ${served === null ? 'an unknown number' : grouped(served)} and ${rest === null ? 'an unknown rest' : grouped(rest)} came`;
  return {
    ...died(`the input ended before its end: ${expected}`, rows, goodBefore),
    shortfall: check.shortfall,
  };
}

/** With shuffling, g good rows before the first failure point to about (N + 1) / (g + 1) - 1 bad ones. */
export function estimateBadRows(rows: number, goodBefore: number): number {
  return Math.max(0, Math.min(rows, Math.round((rows + 1) / (goodBefore + 1) - 1)));
}

function died(because: string, rows: number, goodBefore: number | null): Ruling {
  if (goodBefore === null) return { verdict: 'PRODUCER_DIED', because: `${because}; the producer died` };
  const bad = estimateBadRows(rows, goodBefore);
  const extent =
    goodBefore === 0
      ? `it died on its first row: all ${grouped(rows)} rows are likely bad`
      : goodBefore >= rows
        ? 'every row had been read at least once, so no row is to blame: look for resources, another thread, or a stop'
        : bad === 0
          ? `${grouped(goodBefore)} of ${grouped(rows)} rows went through before, so hardly more than the one it died on is bad`
          : `${grouped(goodBefore)} rows went through before, so about ${grouped(bad)} of ${grouped(rows)} rows ${bad === 1 ? 'is' : 'are'} bad`;
  return {
    verdict: 'PRODUCER_DIED',
    because: `${because}; the producer died, and ${extent}`,
    estimatedBadRows: bad,
  };
}
