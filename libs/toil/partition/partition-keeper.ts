import { Injectable } from '@nestjs/common';
import { Clock, type Tx } from '#platform';
import { PartitionRepository } from './partition.repository.js';

/** So many years after this one have their partitions ready. */
const YEARS_AHEAD = 2;

/** Any number that all our processes share for this purpose. */
const PARTITION_LOCK = 8_243_514;

/** Makes the partitions of the years to come, before anything is written into them. */
@Injectable()
export class PartitionKeeper {
  private readonly partitions = new PartitionRepository();

  constructor(private readonly clock: Clock) {}

  /** Makes what is missing, and answers what it made; running it again makes nothing. */
  async keep(tx: Tx): Promise<string[]> {
    await tx.query('select pg_advisory_xact_lock($1)', [PARTITION_LOCK]);
    const now = this.clock.now().getUTCFullYear();
    const made: string[] = [];
    for (const table of await this.partitions.tables(tx)) {
      for (let year = now; year <= now + YEARS_AHEAD; year++) {
        if (table.years.includes(year)) continue;
        await this.partitions.add(tx, table, year);
        made.push(`${table.name}_${year}`);
      }
    }
    return made;
  }
}
