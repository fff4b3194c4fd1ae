import { Injectable } from '@nestjs/common';
import { type Caller, Clock, Refusal, Refusals, type Tx } from '#platform';
import { RememberingDirectory } from '../directory/remembering-directory.js';
import { Organizations } from '../organization/organizations.js';
import { BulkWriter } from './bulk-writer.js';
import type { WorkEntry } from './work-entry.entity.js';
import { type WorkContent, WorkInputReader } from './work-input.js';
import { type NewWork, WorkLog } from './work-log.js';

/** What became of a batch: what was logged, and the rows that were refused with their reasons. */
export interface BulkAnswer {
  entries: WorkEntry[];
  refused: { index: number; error: Refusals }[];
}

/** Most rows of one batch. */
export const MOST_ROWS = 5_000;

interface Good {
  index: number;
  row: NewWork;
  content: WorkContent;
}

/** Logs many rows at once: a week grid, a reviewed list of drafts, an import. */
@Injectable()
export class BulkWork {
  constructor(
    private readonly work: WorkLog,
    private readonly organizations: Organizations,
    private readonly clock: Clock,
    private readonly writer: BulkWriter,
  ) {}

  /** Logs the good rows, in the order given, and returns the bad ones; each row stands for itself. */
  async log(tx: Tx, caller: Caller, rows: NewWork[]): Promise<BulkAnswer> {
    if (rows.length === 0 || rows.length > MOST_ROWS) {
      throw new Refusal('INVALID_INPUT', `A batch holds 1 to ${MOST_ROWS} rows.`, ['input', 'entries']);
    }
    const answer: BulkAnswer = { entries: [], refused: [] };
    const placed = new Map<number, WorkEntry>();
    const simple: Good[] = [];
    const reader = await this.reader(tx);
    for (const [index, row] of rows.entries()) {
      // Rows with a key or an outside origin may be repetitions: they go the way of a single entry.
      if (row.idempotencyKey || row.externalId) await this.single(tx, caller, row, index, placed, answer);
      else {
        const read = await attempt(() => reader.read(tx, row, null));
        if ('error' in read) answer.refused.push({ index, error: placedAt(read.error, index) });
        else simple.push({ index, row, content: read.content });
      }
    }
    const left = await this.writer.write(tx, caller, simple, placed, (index, error) =>
      answer.refused.push({ index, error: placedAt(error, index) }),
    );
    for (const { index, row } of left) await this.single(tx, caller, row, index, placed, answer);
    answer.entries = [...placed].sort(([a], [b]) => a - b).map(([, entry]) => entry);
    answer.refused.sort((a, b) => a.index - b.index);
    return answer;
  }

  private async single(
    tx: Tx,
    caller: Caller,
    row: NewWork,
    index: number,
    placed: Map<number, WorkEntry>,
    answer: BulkAnswer,
  ): Promise<void> {
    // A nested transaction is a savepoint: a refused row takes back what it wrote, and nothing else.
    const read = await attempt(async () => ({
      entry: await tx.transaction((inner) => this.work.log(inner, caller, row)),
    }));
    if ('error' in read) answer.refused.push({ index, error: placedAt(read.error, index) });
    else placed.set(index, read.entry);
  }

  // The organisation and every key are read once for the whole batch.
  private async reader(tx: Tx): Promise<WorkInputReader> {
    const organization = await this.organizations.current(tx);
    const known = Object.assign(Object.create(this.organizations) as Organizations, {
      current: async () => organization,
    });
    return new WorkInputReader(new RememberingDirectory(), known, this.clock);
  }
}

async function attempt<T extends object>(work: () => Promise<T>): Promise<T | { error: Refusal | Refusals }> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof Refusal || error instanceof Refusals) return { error };
    throw error;
  }
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
