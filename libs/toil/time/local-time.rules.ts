import { Temporal } from 'temporal-polyfill';

/** Wall-clock time in a zone; fold 0 or 1 picks the first or the second of an ambiguous hour. */
export interface LocalTime {
  local: string;
  zone: string;
  fold?: number | null;
}

/** One reading of an ambiguous local time. */
export interface LocalTimeCandidate {
  fold: 0 | 1;
  instant: string;
  offset: string;
}

/** What a local time turned out to be. */
export type LocalTimeReading =
  | { kind: 'INSTANT'; instantMs: number }
  | { kind: 'AMBIGUOUS'; candidates: LocalTimeCandidate[] }
  | { kind: 'NONEXISTENT'; next: string }
  | { kind: 'UNREADABLE' };

const LOCAL = /^\d{4}-\d{2}-\d{2}[T ]\d{2}:\d{2}(:\d{2}(\.\d{1,9})?)?$/;

/**
 * Turns wall-clock time into an instant. An hour that the clock shows twice needs `fold`; one that it skips is none.
 * The zone must be a valid one (isZone); fold must be 0, 1 or absent, and is ignored where the time is not ambiguous.
 */
export function readLocalTime({ local, zone, fold }: LocalTime): LocalTimeReading {
  const plain = plainOf(local);
  if (plain === null) return { kind: 'UNREADABLE' };
  const earlier = plain.toZonedDateTime(zone, { disambiguation: 'earlier' });
  const later = plain.toZonedDateTime(zone, { disambiguation: 'later' });
  if (earlier.epochMilliseconds === later.epochMilliseconds) {
    return { kind: 'INSTANT', instantMs: earlier.epochMilliseconds };
  }
  if (!earlier.toPlainDateTime().equals(plain)) {
    return { kind: 'NONEXISTENT', next: later.toPlainDateTime().toString() };
  }
  if (fold === 0 || fold === 1) {
    return { kind: 'INSTANT', instantMs: (fold === 0 ? earlier : later).epochMilliseconds };
  }
  return { kind: 'AMBIGUOUS', candidates: [candidate(0, earlier), candidate(1, later)] };
}

function plainOf(local: string): Temporal.PlainDateTime | null {
  if (!LOCAL.test(local)) return null;
  try {
    return Temporal.PlainDateTime.from(local.replace(' ', 'T'), { overflow: 'reject' });
  } catch {
    return null;
  }
}

const candidate = (fold: 0 | 1, at: Temporal.ZonedDateTime): LocalTimeCandidate => ({
  fold,
  instant: at.toInstant().toString(),
  offset: at.offset,
});
