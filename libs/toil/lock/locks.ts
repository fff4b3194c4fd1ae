import { Injectable } from '@nestjs/common';
import { Refusal, type Tx } from '#platform';
import { addDays } from '../time/zone.rules.js';
import { hasClock, type Timing } from '../work/timing.rules.js';
import { WeekLock } from './week-lock.entity.js';

/** Any number that all our processes share for this purpose. */
const LOCK_KEY = 8_243_512;

/** Guards frozen weeks against change. */
@Injectable()
export class Locks {
  /** Refuses with PERIOD_LOCKED when the time touches a frozen week; no week can be frozen until this transaction ends. */
  async refuse(tx: Tx, timing: Timing, path: string[]): Promise<void> {
    await tx.query('select pg_advisory_xact_lock_shared($1)', [LOCK_KEY]);
    const rows: { week: string }[] = hasClock(timing)
      ? await tx.query(
          'select week_starting::text as week from week_lock where starts_at < $1 and ends_at > $2 limit 1',
          [new Date(timing.endMs), new Date(timing.startMs)],
        )
      : await tx.query(
          'select week_starting::text as week from week_lock where week_starting <= $1::date and week_starting + 7 > $1::date limit 1',
          [timing.date],
        );
    if (rows[0]) throw locked({ weekStarting: rows[0].week }, path);
  }

  /** All locks, for a batch to be held against; no week can be frozen until this transaction ends. */
  async all(tx: Tx): Promise<WeekLock[]> {
    await tx.query('select pg_advisory_xact_lock_shared($1)', [LOCK_KEY]);
    return tx.find(WeekLock, { select: { weekStarting: true, startsAt: true, endsAt: true } });
  }

  /** Waits for all who are writing, and keeps new ones waiting until this transaction ends. */
  async stopWriters(tx: Tx): Promise<void> {
    await tx.query('select pg_advisory_xact_lock($1)', [LOCK_KEY]);
    await tx.query('lock table work_entry in share row exclusive mode');
  }

  /** The lock of exactly the week that starts on the date. */
  of(tx: Tx, weekStarting: string): Promise<WeekLock | null> {
    return tx.findOneBy(WeekLock, { weekStarting });
  }
}

/** The refusal of what touches a locked week. */
export function locked({ weekStarting }: Pick<WeekLock, 'weekStarting'>, path: string[]): Refusal {
  const message = `The week of ${weekStarting} is locked. Its entries can only be amended, with a reason.`;
  return new Refusal('PERIOD_LOCKED', message, path, { weekStarting });
}

/** Whether the time lies in the locked week, if only partly. */
export const touches = (
  lock: Pick<WeekLock, 'weekStarting' | 'startsAt' | 'endsAt'>,
  timing: Timing,
): boolean =>
  hasClock(timing)
    ? lock.startsAt.getTime() < timing.endMs && lock.endsAt.getTime() > timing.startMs
    : lock.weekStarting <= timing.date && addDays(lock.weekStarting, 7) > timing.date;
