import { Injectable } from '@nestjs/common';
import { Refusal, type Tx } from '#platform';

/** Turns the keys that people type into ids; a key that nobody has is refused at the path it was given. */
@Injectable()
export class KeyDirectory {
  service(tx: Tx, key: string, path = ['input', 'service']): Promise<string> {
    return this.find(tx, 'service', key, path);
  }

  person(tx: Tx, key: string, path = ['input', 'person']): Promise<string> {
    return this.find(tx, 'person', key, path);
  }

  taskType(tx: Tx, key: string, path = ['input', 'taskType']): Promise<string> {
    return this.find(tx, 'task_type', key, path);
  }

  private async find(
    tx: Tx,
    table: 'service' | 'person' | 'task_type',
    key: string,
    path: string[],
  ): Promise<string> {
    const [row] = (await tx.query(`select id from ${table} where key = $1`, [key])) as { id: string }[];
    if (row) return row.id;
    throw new Refusal('NOT_FOUND', `There is no ${table.replace('_', ' ')} with the key "${key}".`, path);
  }
}
