import { Injectable } from '@nestjs/common';
import { type Caller, Refusal, Refusals, type Tx } from '#platform';
import type { WorkEntry } from './work-entry.entity.js';
import { type NewWork, WorkLog } from './work-log.js';

/** What became of a batch: what was logged, and the rows that were refused with their reasons. */
export interface BulkAnswer {
  entries: WorkEntry[];
  refused: { index: number; error: Refusal | Refusals }[];
}

const MOST_ROWS = 500;

/** Logs many rows at once: a week grid, a reviewed list of drafts. */
@Injectable()
export class BulkWork {
  constructor(private readonly work: WorkLog) {}

  /** Logs the good rows and returns the bad ones; each row stands for itself. */
  async log(tx: Tx, caller: Caller, rows: NewWork[]): Promise<BulkAnswer> {
    if (rows.length === 0 || rows.length > MOST_ROWS) {
      throw new Refusal('INVALID_INPUT', `A batch holds 1 to ${MOST_ROWS} rows.`, ['input', 'entries']);
    }
    const answer: BulkAnswer = { entries: [], refused: [] };
    for (const [index, row] of rows.entries()) {
      try {
        // A nested transaction is a savepoint: a refused row takes back what it wrote, and nothing else.
        answer.entries.push(await tx.transaction((inner) => this.work.log(inner, caller, row)));
      } catch (error) {
        if (!(error instanceof Refusal || error instanceof Refusals)) throw error;
        answer.refused.push({ index, error: placed(error, index) });
      }
    }
    return answer;
  }
}

function placed(error: Refusal | Refusals, index: number): Refusals {
  const list = error instanceof Refusals ? error.list : [error];
  return new Refusals(
    list.map(({ code, message, path, details }) => {
      const inside = path[0] === 'input' ? path.slice(1) : path;
      return new Refusal(code, message, ['input', 'entries', String(index), ...inside], details);
    }),
  );
}
