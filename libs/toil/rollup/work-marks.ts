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

const DAY_MS = 86_400_000;

/** Marks the person-weeks whose roll-up no longer matches the facts, in the transaction that changes the facts. */
@Injectable()
export class WorkMarks {
  /** Marks the weeks of an entry's person that the entry touches. */
  touchEntry(
    tx: Tx,
    { personId, startAt, endAt, onDate }: Pick<WorkEntry, 'personId' | 'startAt' | 'endAt' | 'onDate'>,
  ): Promise<void> {
    if (onDate !== null) return this.touchWeeks(tx, [[personId, mondayOf(onDate)]]);
    return this.touch(tx, [
      { personId, startMs: (startAt as Date).getTime(), endMs: (endAt as Date).getTime() },
    ]);
  }

  /** Marks every week that the stretches touch in any zone on earth: one too many costs little, one too few is wrong. */
  touch(tx: Tx, stretches: Touched[]): Promise<void> {
    const weeks: [string, string][] = [];
    for (const { personId, startMs, endMs } of stretches) {
      const last = mondayOf(utcDate((endMs ?? startMs) + DAY_MS));
      for (let week = mondayOf(utcDate(startMs - DAY_MS)); week <= last; week = addDays(week, 7))
        weeks.push([personId, week]);
    }
    return this.touchWeeks(tx, weeks);
  }

  // In one order, so that two transactions never wait for each other's marks.
  private async touchWeeks(tx: Tx, weeks: [personId: string, week: string][]): Promise<void> {
    if (weeks.length === 0) return;
    await tx.query(
      `insert into stale_week (person_id, week, marks)
       select distinct person_id, week, 1 from unnest($1::text[], $2::date[]) as t (person_id, week) order by 1, 2
       on conflict (person_id, week) do update set marks = stale_week.marks + 1`,
      [weeks.map(([personId]) => personId), weeks.map(([, week]) => week)],
    );
  }
}

const utcDate = (ms: number): string => new Date(ms).toISOString().slice(0, 10);
