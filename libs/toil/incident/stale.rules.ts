import type { IncidentStatus } from './event.rules.js';

/** After how long without a sign an open incident is asked about, and for how long its time still counts. Hours. */
export interface StalePolicy {
  staleAfterHours: number;
  capHours: number;
}

export const DEFAULT_STALE_POLICY: StalePolicy = { staleAfterHours: 24, capHours: 24 };

/** What tells whether an incident is forgotten: its status and the last sign of it. */
export interface Signs {
  status: IncidentStatus;
  lastEventAt: Date;
  /** When its source last said that it goes on; null: never beside its events. */
  seenAt: Date | null;
}

const HOUR = 3_600_000;

/** The last sign of an incident: an event, or its source that said so again. Epoch milliseconds. */
export const lastSign = ({ lastEventAt, seenAt }: Pick<Signs, 'lastEventAt' | 'seenAt'>): number =>
  Math.max(lastEventAt.getTime(), seenAt?.getTime() ?? 0);

/** Whether an open incident was silent for so long that somebody should say whether it is over. */
export const isStale = (signs: Signs, { staleAfterHours }: StalePolicy, nowMs: number): boolean =>
  signs.status !== 'RESOLVED' && nowMs - lastSign(signs) > staleAfterHours * HOUR;

/** The instant up to which running time counts: `asOfMs`, or `capHours` after the last sign when that is earlier. */
export const countsUntil = (
  signs: Pick<Signs, 'lastEventAt' | 'seenAt'>,
  { capHours }: StalePolicy,
  asOfMs: number,
): number => Math.min(asOfMs, lastSign(signs) + capHours * HOUR);
