import type { Tx } from '#platform';
import { dateOf } from '../time/zone.rules.js';
import type { GoLive } from './growth-segment.rules.js';

/** When automations began to work. */
export class GoLives {
  /** Of each automation of the service the date, in the zone, of its first successful run that was not taken back. */
  of(tx: Tx, serviceId: string, zone: string): Promise<GoLive[]> {
    return this.read(tx, zone, 'where a.service_id = $1', [serviceId]);
  }

  /** The same of every automation that has worked. */
  all(tx: Tx, zone: string): Promise<GoLive[]> {
    return this.read(tx, zone, '', []);
  }

  private async read(tx: Tx, zone: string, whose: string, values: string[]): Promise<GoLive[]> {
    const rows: { automation: string; at: Date }[] = await tx.query(
      `select a.key as automation, min(r.at) as at from automation a join ledger_row r on r.automation_id = a.id
         and r.kind = 'RUN' and r.succeeded and not exists
         (select 1 from ledger_row b where b.automation_id = r.automation_id and b.run_id = r.run_id and b.kind = 'REVERSAL')
       ${whose} group by a.key order by a.key`,
      values,
    );
    return rows.map(({ automation, at }) => ({ automation, date: dateOf(at.getTime(), zone) }));
  }
}
