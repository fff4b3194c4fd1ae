import type { ClientBase, QueryResult } from 'pg';
import type { Tx } from './transactions.js';

/**
 * SQL that each connection parses and plans once, for what runs with nearly every request. The name must be the
 * statement's own: it is how the connection tells it from others. The text must list its columns, never `*`, or a
 * migration would break the connections that know it already.
 */
export class Statement<Row extends object> {
  constructor(
    private readonly name: string,
    private readonly text: string,
  ) {}

  /** Runs it in the transaction and answers its rows. */
  async rows(tx: Tx, values: unknown[]): Promise<Row[]> {
    const runner = tx.queryRunner ?? tx.dataSource.createQueryRunner();
    try {
      const connection: ClientBase = await runner.connect();
      const { rows }: QueryResult<Row> = await connection.query({ name: this.name, text: this.text, values });
      return rows;
    } finally {
      // Only what was opened here; a transaction's connection goes back when the transaction ends.
      if (runner !== tx.queryRunner) await runner.release();
    }
  }
}
