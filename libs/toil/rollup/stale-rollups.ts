import { Injectable } from '@nestjs/common';
import type { Tx } from '#platform';
import { Organizations } from '../organization/organizations.js';
import { RollupRepository } from './rollup.repository.js';

/** Says whether there is anything to refresh. */
@Injectable()
export class StaleRollups {
  private readonly rollups = new RollupRepository();

  constructor(private readonly organizations: Organizations) {}

  /** Whether a week lags behind its facts, or all of them are void. */
  async any(tx: Tx): Promise<boolean> {
    const rows: unknown[] = await tx.query('select 1 from stale_week limit 1');
    if (rows.length > 0) return true;
    return !(await this.rollups.holds(tx, await this.organizations.current(tx)));
  }
}
