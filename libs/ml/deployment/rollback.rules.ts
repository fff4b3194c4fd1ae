import { mcnemar } from '../gate/mcnemar.rules.js';
import { atMost, exactDecimal } from '../gate/rational.rules.js';
import { fisher } from './fisher.rules.js';
import { latencyBucket } from './latency.rules.js';
import { populationShift } from './population-shift.rules.js';

/** What one model answered since its deployment stage began. Latency in milliseconds. */
export interface Traffic {
  requests: number;
  errors: number;
  p95Ms: number | null;
  /** Requests by latency bucket; left out, the percentiles are believed as they are. */
  latency?: readonly number[];
  nanOutputs: number;
  /** Answers by class, in class order. */
  classes: number[];
  rejected: number;
}

/** Requests that a canary answers before its rates are judged. */
export const MIN_CANARY_REQUESTS = 50;
const MIN_SHIFT_REQUESTS = 200;

/**
 * Why the canary has to go, in one sentence; null while it may stay. One NaN is enough at once; everything else needs
 * 50 canary requests: errors (Fisher p <= 0.01 against live, or above 5 %), p95 latency above 1.5x and 50 ms more than
 * live (and slow more often, Fisher p <= 0.01), predicted classes shifted (PSI > 0.25 from 200 requests on), 0.2 more rejected, labelled feedback proven worse.
 */
export function rollbackCause(
  canary: Traffic,
  live: Traffic,
  feedback: { canaryOnlyRight: number; liveOnlyRight: number } = { canaryOnlyRight: 0, liveOnlyRight: 0 },
): string | null {
  if (canary.nanOutputs > 0) return 'The canary answered NaN.';
  if (canary.requests < MIN_CANARY_REQUESTS) return null;
  return (
    tooManyErrors(canary, live) ??
    tooSlow(canary, live) ??
    shifted(canary, live) ??
    rejectsMore(canary, live) ??
    worseByFeedback(feedback)
  );
}

const percent = (share: number): string => `${(100 * share).toFixed(1)} %`;

function tooManyErrors(canary: Traffic, live: Traffic): string | null {
  const rate = canary.errors / canary.requests;
  if (rate > 0.05) return `The canary fails ${percent(rate)} of its requests, more than 5 %.`;
  if (canary.errors === 0 || live.requests === 0) return null;
  const p = fisher(canary.errors, canary.requests, live.errors, live.requests);
  return p <= 0.01
    ? `The canary fails more often than the live model (Fisher p = ${p.toPrecision(2)}).`
    : null;
}

function tooSlow(canary: Traffic, live: Traffic): string | null {
  if (canary.p95Ms === null || live.p95Ms === null) return null;
  const limit = Math.max(1.5 * live.p95Ms, live.p95Ms + 50);
  if (canary.p95Ms <= limit || !slowMoreOften(canary, live, limit)) return null;
  return `The canary's p95 latency is ${Math.round(canary.p95Ms)} ms, the live model's ${Math.round(live.p95Ms)} ms.`;
}

// Among 50 requests three slow ones decide the p95: a busy moment of the machine is no fault of the canary's.
function slowMoreOften(canary: Traffic, live: Traffic, limitMs: number): boolean {
  if (!canary.latency || !live.latency) return true;
  const slow = (counts: readonly number[]): number =>
    counts.reduce((sum, count, bucket) => sum + (bucket > latencyBucket(limitMs) ? count : 0), 0);
  const all = (counts: readonly number[]): number => counts.reduce((sum, count) => sum + count, 0);
  return fisher(slow(canary.latency), all(canary.latency), slow(live.latency), all(live.latency)) <= 0.01;
}

function shifted(canary: Traffic, live: Traffic): string | null {
  if (canary.requests < MIN_SHIFT_REQUESTS || live.requests < MIN_SHIFT_REQUESTS) return null;
  const shift = populationShift(canary.classes, live.classes);
  return shift > 0.25
    ? `The canary names other classes than the live model (PSI ${shift.toFixed(2)} > 0.25).`
    : null;
}

function rejectsMore(canary: Traffic, live: Traffic): string | null {
  if (live.requests === 0) return null;
  const more = canary.rejected / canary.requests - live.rejected / live.requests;
  return more > 0.2 ? `The canary rejects ${percent(more)} more of its pictures than the live model.` : null;
}

function worseByFeedback(feedback: { canaryOnlyRight: number; liveOnlyRight: number }): string | null {
  const p = mcnemar(feedback.liveOnlyRight, feedback.canaryOnlyRight);
  return atMost(p, exactDecimal('0.05'))
    ? 'Labelled feedback proves the canary worse than the live model.'
    : null;
}
