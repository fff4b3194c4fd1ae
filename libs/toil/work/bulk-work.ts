import { Injectable } from '@nestjs/common';
import { type Caller, Clock, Ids, Refusal, Refusals, type Tx } from '#platform';
import { Locks, locked, touches } from '../lock/locks.js';
import type { WeekLock } from '../lock/week-lock.entity.js';
import { BulkWriter, type GoodRow } from './bulk-writer.js';
import type { WorkEntry } from './work-entry.entity.js';
import { newEntry, timingOf, WorkInputReader } from './work-input.js';
import { type NewWork, originFault, WorkLog } from './work-log.js';
import { WorkNames } from './work-names.js';

/** What became of a batch: what was logged, and the rows that were refused with their reasons. */
export interface BulkAnswer {
  entries: WorkEntry[];
  refused: { index: number; error: Refusals }[];
}

/** Most rows of one batch. */
export const MOST_ROWS = 5_000;

/** Logs many rows at once: a week grid, a reviewed list of drafts, an import. */
@Injectable()
export class BulkWork {
  private readonly locks = new Locks();

  constructor(
    private readonly work: WorkLog,
    private readonly reader: WorkInputReader,
    private readonly writer: BulkWriter,
    private readonly clock: Clock,
    private readonly ids: Ids,
  ) {}

  /** Logs the good rows, in the order given, and returns the bad ones; each row stands for itself. */
  async log(tx: Tx, caller: Caller, rows: NewWork[]): Promise<BulkAnswer> {
    if (rows.length === 0 || rows.length > MOST_ROWS) {
      throw new Refusal('INVALID_INPUT', `A batch holds 1 to ${MOST_ROWS} rows.`, ['input', 'entries']);
    }
    const faults = new Map<number, Refusal | Refusals>();
    const { together, alone } = await this.sort(tx, rows, faults);
    const placed = await this.writer.write(tx, caller, together);
    for (const index of alone) {
      const done = await attempt(async () => ({
        // A nested transaction is a savepoint: a refused row takes back what it wrote, and nothing else.
        entry: await tx.transaction((inner) => this.work.log(inner, caller, rows[index] as NewWork)),
      }));
      if ('error' in done) faults.set(index, done.error);
      else placed.set(index, done.entry);
    }
    return {
      entries: inOrder(placed).map(([, entry]) => entry),
      refused: inOrder(faults).map(([index, error]) => ({ index, error: placedAt(error, index) })),
    };
  }

  // What can be written together; what has to go the way of a single entry, because it may repeat something; what is wrong.
  private async sort(
    tx: Tx,
    rows: NewWork[],
    faults: Map<number, Refusal | Refusals>,
  ): Promise<{ together: GoodRow[]; alone: number[] }> {
    const names = await WorkNames.of(tx, rows);
    const weeks = await this.locks.all(tx);
    const seen = new Set<string>();
    const together: GoodRow[] = [];
    const alone: number[] = [];
    for (const [index, row] of rows.entries()) {
      const origin = row.externalId ? `${row.source ?? 'MANUAL'} ${row.externalId}` : null;
      const isAgain = origin !== null && seen.has(origin);
      if (origin) seen.add(origin);
      const good = attemptNow(() => this.good(names, weeks, row, index));
      if (row.idempotencyKey || isAgain) alone.push(index);
      else if (!('error' in good)) together.push(good);
      // What was taken in before stays taken in, though its week was locked since.
      else if (origin && good.error instanceof Refusal && good.error.code === 'PERIOD_LOCKED')
        alone.push(index);
      else faults.set(index, good.error);
    }
    return { together, alone };
  }

  private good(names: WorkNames, weeks: WeekLock[], row: NewWork, index: number): GoodRow {
    const read = this.reader.readNamed(names, row, null);
    const fault = originFault(row.externalId);
    if (fault) throw fault;
    const lock = weeks.find((week) => touches(week, timingOf(read.content)));
    if (lock) throw locked(lock, ['input', read.content.startAt ? 'start' : 'date']);
    return { index, read, draft: newEntry(this.ids.next('wrk'), read.content, row, this.clock.now()) };
  }
}

const inOrder = <T>(rows: Map<number, T>): [number, T][] => [...rows].sort(([a], [b]) => a - b);

type Attempted<T> = T | { error: Refusal | Refusals };

async function attempt<T extends object>(work: () => Promise<T>): Promise<Attempted<T>> {
  try {
    return await work();
  } catch (error) {
    return refusedBy(error);
  }
}

function attemptNow<T extends object>(work: () => T): Attempted<T> {
  try {
    return work();
  } catch (error) {
    return refusedBy(error);
  }
}

function refusedBy(error: unknown): { error: Refusal | Refusals } {
  if (error instanceof Refusal || error instanceof Refusals) return { error };
  throw error;
}

function placedAt(error: Refusal | Refusals, index: number): Refusals {
  const list = error instanceof Refusals ? error.list : [error];
  return new Refusals(
    list.map(({ code, message, path, details }) => {
      const inside = path[0] === 'input' ? path.slice(1) : path;
      return new Refusal(code, message, ['input', 'entries', String(index), ...inside], details);
    }),
  );
}
