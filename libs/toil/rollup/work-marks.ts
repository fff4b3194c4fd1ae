import { Injectable } from '@nestjs/common';
import type { Tx } from '#platform';
import { addDays } from '../time/zone.rules.js';
import type { WorkEntry } from '../work/work-entry.entity.js';
import { mondayOf } from './week-cell.rules.js';

/** A stretch of somebody's time; endMs null: still running, which no roll-up holds. */
export interface Touched {
  personId: string;
  startMs: number;
  endMs: number | null;
}

/** What marks need of an entry. */
export type TouchedEntry = Pick<WorkEntry, 'personId' | 'startAt' | 'endAt' | 'onDate'>;

const DAY_MS = 86_400_000;

/** Marks the person-weeks whose roll-up no longer matches the facts, in the transaction that changes the facts. */
@Injectable()
export class WorkMarks {
  /** Marks the weeks of an entry's person that the entry touches. */
  touchEntry(tx: Tx, entry: TouchedEntry): Promise<void> {
    return this.touchEntries(tx, [entry]);
  }

  /** Marks the weeks of many entries at once. */
  touchEntries(tx: Tx, entries: TouchedEntry[]): Promise<void> {
    return this.touchWeeks(tx, keyed(entries, weeksOfEntry));
  }

  /** Marks every week that the stretches touch in any zone on earth: one too many costs little, one too few is wrong. */
  touch(tx: Tx, stretches: Touched[]): Promise<void> {
    return this.touchWeeks(tx, keyed(stretches, weeksOf));
  }

  // In one order, so that two transactions never wait for each other's marks.
  private async touchWeeks(tx: Tx, weeks: [personId: string, week: string][]): Promise<void> {
    if (weeks.length === 0) return;
    const distinct = [...new Map(weeks.map((key) => [key.join(' '), key])).values()];
    await tx.query(
      `insert into stale_week (person_id, week, marks)
       select person_id, week, 1 from unnest($1::text[], $2::date[]) as t (person_id, week) order by 1, 2
       on conflict (person_id, week) do update set marks = stale_week.marks + 1`,
      [distinct.map(([personId]) => personId), distinct.map(([, week]) => week)],
    );
  }
}

/** The Mondays of the weeks that an entry touches in any zone on earth. */
export const weeksOfEntry = ({ startAt, endAt, onDate }: Omit<TouchedEntry, 'personId'>): string[] =>
  startAt && endAt
    ? weeksOf({ startMs: startAt.getTime(), endMs: endAt.getTime() })
    : [mondayOf(onDate as string)];

function weeksOf({ startMs, endMs }: Omit<Touched, 'personId'>): string[] {
  const weeks: string[] = [];
  const last = mondayOf(utcDate((endMs ?? startMs) + DAY_MS));
  for (let week = mondayOf(utcDate(startMs - DAY_MS)); week <= last; week = addDays(week, 7))
    weeks.push(week);
  return weeks;
}

const keyed = <T extends { personId: string }>(
  things: T[],
  weeks: (thing: T) => string[],
): [personId: string, week: string][] =>
  things.flatMap((thing) => weeks(thing).map((week): [string, string] => [thing.personId, week]));

const utcDate = (ms: number): string => new Date(ms).toISOString().slice(0, 10);
