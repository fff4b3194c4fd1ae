import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';

/** The manager of one open transaction. Whoever asks for it cannot be called outside of one. */
export type Tx = EntityManager;

// Serialisation failures and deadlocks: the database asks for another try, nothing was written.
const RETRYABLE = new Set(['40001', '40P01']);
const ATTEMPTS = 4;

/** Runs use cases: all of it is written, or nothing. */
@Injectable()
export class Transactions {
  constructor(private readonly dataSource: DataSource) {}

  /** Runs the work in one transaction; a deadlock is tried again up to three times. */
  run<T>(work: (tx: Tx) => Promise<T>): Promise<T> {
    return again(() => this.dataSource.transaction(work));
  }

  /**
   * Runs the work on the state of one instant: what its statements read fits together, whatever others commit meanwhile.
   * Where it writes, a conflict with others is tried again.
   */
  runAtOneInstant<T>(work: (tx: Tx) => Promise<T>): Promise<T> {
    return again(() => this.dataSource.transaction('REPEATABLE READ', work));
  }

  /**
   * Runs work that writes with its last statement only: a statement is a transaction by itself and needs none around it,
   * which saves two round trips. Tried again like the others.
   */
  runStatement<T>(work: (tx: Tx) => Promise<T>): Promise<T> {
    return again(() => work(this.dataSource.manager));
  }

  /** For queries that need no transaction of their own. */
  get read(): Tx {
    return this.dataSource.manager;
  }
}

async function again<T>(work: () => Promise<T>): Promise<T> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await work();
    } catch (error) {
      if (attempt >= ATTEMPTS || !RETRYABLE.has(String((error as { code?: unknown }).code))) throw error;
    }
  }
}
