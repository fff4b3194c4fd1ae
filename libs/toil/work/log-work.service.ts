import { Injectable } from '@nestjs/common';
import { type Caller, Transactions } from '#platform';
import { LogAtOnce } from './log-at-once.js';
import type { WorkEntry } from './work-entry.entity.js';
import { type NewWork, WorkLog } from './work-log.js';

/** Logs one piece of work as a use case of its own: what is usual with two statements, everything else the long way. */
@Injectable()
export class LogWork {
  constructor(
    private readonly transactions: Transactions,
    private readonly usual: LogAtOnce,
    private readonly work: WorkLog,
  ) {}

  /** Like WorkLog.log, in a transaction of its own. */
  async log(caller: Caller, input: NewWork): Promise<WorkEntry> {
    const entry = await this.transactions.runStatement((tx) => this.usual.log(tx, caller, input));
    return entry ?? this.transactions.run((tx) => this.work.log(tx, caller, input));
  }
}
