export type QueueState = 'OK' | 'LOW' | 'STARVED' | 'BLOCKED' | 'ENDED' | 'FAILED';

/** What a queue says of itself at one instant; counters only grow, times are epoch milliseconds. */
export interface QueueSample {
  atMs: number;
  size: number;
  capacity: number;
  batchSize: number;
  /** A shuffle queue keeps so many back while it is open; 0 for a plain one. */
  minAfterDequeue: number;
  closed: boolean;
  /** The producer's first error. */
  error: string | null;
  enqueued: number;
  dequeued: number;
  startedMs: number;
  lastEnqueueMs: number | null;
  lastDequeueMs: number | null;
  /** Rows that a finite input will deliver in all; null when it repeats for ever. */
  expectedRows: number | null;
  /** How long the consumer has been waiting for the batch it asks for now; 0 when it is not waiting. */
  consumerWaitsMs: number;
  /** Median gap between two arrivals; null before the second. */
  medianInterArrivalMs: number | null;
}

/** The state of one sample with the numbers that explain it. */
export interface QueueReading {
  state: QueueState;
  fill: number;
  inPerSecond: number;
  outPerSecond: number;
  /** Seconds until a batch is there; null when nothing arrives. */
  etaSeconds: number | null;
  cause: string | null;
}

/** What is carried from sample to sample. */
export interface QueueTrack {
  last: QueueSample;
  /** Whether a first interval has set the rates. */
  primed: boolean;
  inPerSecond: number;
  outPerSecond: number;
}

const HALF_LIFE_MS = 30_000;
const LEAST_STALL_MS = 30_000;
const LOW_ETA_SECONDS = 30;
const FULL_SHARE = 0.95;

/** Rows that a consumer may take now: all of a closed queue, else what lies above minAfterDequeue. */
export const available = (sample: Pick<QueueSample, 'closed' | 'size' | 'minAfterDequeue'>): number =>
  sample.closed ? sample.size : Math.max(0, sample.size - sample.minAfterDequeue);

/** Rates as exponential means with a half-life of 30 s; the first pair of samples gives the first rate. */
export function follow(track: QueueTrack | null, sample: QueueSample): QueueTrack {
  if (!track) return { last: sample, primed: false, inPerSecond: 0, outPerSecond: 0 };
  const elapsed = sample.atMs - track.last.atMs;
  if (elapsed <= 0) return { ...track, last: sample };
  const keep = track.primed ? 0.5 ** (elapsed / HALF_LIFE_MS) : 0;
  const blend = (old: number, delta: number): number =>
    keep * old + (1 - keep) * ((Math.max(0, delta) * 1000) / elapsed);
  return {
    last: sample,
    primed: true,
    inPerSecond: blend(track.inPerSecond, sample.enqueued - track.last.enqueued),
    outPerSecond: blend(track.outPerSecond, sample.dequeued - track.last.dequeued),
  };
}

/** Judges one sample; the first state that fits, worst first. stallAfter = max(30 s, 10 x median gap). */
export function readQueue({ last: s, inPerSecond, outPerSecond }: QueueTrack): QueueReading {
  const ready = available(s);
  const missing = s.batchSize - ready;
  const eta = inPerSecond > 0 ? Math.max(0, Math.ceil(missing / inPerSecond)) : null;
  const stallMs = Math.max(LEAST_STALL_MS, 10 * (s.medianInterArrivalMs ?? 0));
  const silence = s.atMs - (s.lastEnqueueMs ?? s.startedMs);
  const idle = s.atMs - (s.lastDequeueMs ?? s.startedMs);
  const late = eta === null || eta > LOW_ETA_SECONDS;
  const reading = (state: QueueState, cause: string | null): QueueReading => ({
    state,
    fill: s.capacity === 0 ? 0 : s.size / s.capacity,
    inPerSecond,
    outPerSecond,
    etaSeconds: eta,
    cause,
  });
  if (s.error !== null) return reading('FAILED', s.error);
  if (s.closed && s.expectedRows !== null && s.enqueued < s.expectedRows) {
    return reading('FAILED', `closed early: ${s.enqueued} of ${s.expectedRows} rows arrived`);
  }
  if (s.closed) return reading('ENDED', `the input has ended; ${s.size} rows are left`);
  if (ready < s.batchSize && (silence >= stallMs || s.consumerWaitsMs >= LEAST_STALL_MS)) {
    const why =
      silence >= stallMs
        ? `nothing has arrived for ${seconds(silence)}`
        : `the consumer has waited for ${seconds(s.consumerWaitsMs)}`;
    return reading('STARVED', `${ready} of ${s.batchSize} rows are there and ${why}`);
  }
  if (ready < s.batchSize || (ready < 2 * s.batchSize && late)) {
    return reading('LOW', `${ready} rows are there, a batch takes ${s.batchSize}`);
  }
  if (s.size >= FULL_SHARE * s.capacity && idle >= stallMs) {
    return reading(
      'BLOCKED',
      `the queue is full and nothing has been taken for ${seconds(idle)}: the consumer is stuck`,
    );
  }
  return reading('OK', null);
}

/** Whether a state is bad enough for an alert; LOW is a badge. */
export const isBad = (state: QueueState): boolean =>
  state === 'FAILED' || state === 'STARVED' || state === 'BLOCKED';

/** Samples in a row, so that one slip neither alarms nor calms. */
export interface Hysteresis {
  bad: number;
  good: number;
  alarming: boolean;
}

/** Before the first sample. */
export const CALM: Hysteresis = { bad: 0, good: 0, alarming: false };

/** Alarms after 2 bad samples in a row and clears after 3 good ones. */
export function settle(before: Hysteresis, bad: boolean): Hysteresis {
  const next = bad ? { bad: before.bad + 1, good: 0 } : { bad: 0, good: before.good + 1 };
  return { ...next, alarming: before.alarming ? next.good < 3 : next.bad >= 2 };
}

/**
 * What to do about the alert after a sample: true raises it (when it turned bad, and again each repeatMs for as long as it
 * stays so), false resolves it, null leaves it. raisedMs: when it was last raised; null while nothing alarms.
 */
export function alarmOf(
  { alarming }: Hysteresis,
  raisedMs: number | null,
  nowMs: number,
  repeatMs: number,
): boolean | null {
  if (!alarming) return raisedMs === null ? null : false;
  return raisedMs === null || nowMs - raisedMs >= repeatMs ? true : null;
}

/** Faults of a queue's own measures: below one batch it can never show a full one; a shuffle queue must hold its reserve and a batch. */
export function capacityFault(
  capacity: number,
  batchSize: number,
  minAfterDequeue: number,
): { severity: 'WARN' | 'FAIL'; message: string } | null {
  if (minAfterDequeue > 0 && capacity < minAfterDequeue + batchSize) {
    return {
      severity: 'FAIL',
      message: `capacity ${capacity} is below ${minAfterDequeue} kept back plus a batch of ${batchSize}`,
    };
  }
  return capacity < batchSize
    ? { severity: 'WARN', message: `capacity ${capacity} below batch ${batchSize}` }
    : null;
}

const seconds = (ms: number): string => `${Math.round(ms / 1000)} s`;
