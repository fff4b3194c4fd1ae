import type { Tx } from '#platform';
import { dateOf } from '../time/zone.rules.js';
import type { GoLive } from './growth-segment.rules.js';

/** When automations began to work. */
export class GoLives {
  /** Of each automation of the service the date, in the zone, of its first successful run that was not taken back. */
  async of(tx: Tx, serviceId: string, zone: string): Promise<GoLive[]> {
    const rows: { automation: string; at: Date }[] = await tx.query(
      `select a.key as automation, min(r.at) as at from automation a join ledger_row r on r.automation_id = a.id
       where a.service_id = $1 and r.kind = 'RUN' and r.succeeded and not exists
         (select 1 from ledger_row b where b.automation_id = r.automation_id and b.run_id = r.run_id and b.kind = 'REVERSAL')
       group by a.key order by a.key`,
      [serviceId],
    );
    return rows.map(({ automation, at }) => ({ automation, date: dateOf(at.getTime(), zone) }));
  }
}
