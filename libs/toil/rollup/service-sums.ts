import type { Tx } from '#platform';
import { addDays } from '../time/zone.rules.js';
import type { WeekCell } from './week-cell.rules.js';

/** Columns of units, in the order of UnitRow. */
export const UNIT_COLUMNS = [
  'person_engaged',
  'person_wall',
  'person_hands_on',
  'ticket_engaged',
  'ticket_wall',
  'ticket_hands_on',
];

type Key = [date: string, serviceId: string, workClass: number, band: number, unattended: boolean];

/** Collects by how much the services' sums change, and adds that to a table of sums. */
export class ServiceSums {
  private readonly rows = new Map<string, { key: Key; units: bigint[] }>();

  constructor(private readonly grain: 'day' | 'week') {}

  /** Adds the change of a person's week. */
  add(week: string, change: WeekCell[], unattended: boolean): void {
    for (const row of change) {
      const key: Key = [
        this.grain === 'day' ? addDays(week, row[0]) : week,
        row[3],
        row[1],
        row[2],
        unattended,
      ];
      const name = key.join('|');
      const sum = this.rows.get(name) ?? { key, units: [0n, 0n, 0n, 0n, 0n, 0n] };
      for (let i = 0; i < 6; i++) sum.units[i]! += BigInt(row[4 + i] as number);
      this.rows.set(name, sum);
    }
  }

  /** Writes what changed. */
  async insert(tx: Tx): Promise<void> {
    const rows = [...this.rows.values()].filter(({ units }) => units.some((unit) => unit !== 0n));
    if (rows.length === 0) return;
    const keys = [0, 1, 2, 3, 4].map((i) => rows.map((row) => row.key[i]));
    const units = [0, 1, 2, 3, 4, 5].map((i) => rows.map((row) => String(row.units[i])));
    await tx.query(
      `insert into service_${this.grain} (${this.grain}, service_id, work_class, band, unattended, ${UNIT_COLUMNS.join(', ')})
       select * from unnest($1::date[], $2::text[], $3::smallint[], $4::smallint[], $5::boolean[],
         $6::bigint[], $7::bigint[], $8::bigint[], $9::bigint[], $10::bigint[], $11::bigint[])`,
      [...keys, ...units],
    );
  }

  /** Adds up the rows of the same date, service, class and band; what came to nothing goes. */
  static async compact(tx: Tx, grain: 'day' | 'week'): Promise<void> {
    const sums = UNIT_COLUMNS.map((column) => `sum(${column})`);
    await tx.query(
      `with moved as (
         delete from service_${grain} where (${grain}, service_id) in (
           select ${grain}, service_id from service_${grain} group by ${grain}, service_id, work_class, band, unattended having count(*) > 1)
         returning *)
       insert into service_${grain} (${grain}, service_id, work_class, band, unattended, ${UNIT_COLUMNS.join(', ')})
       select ${grain}, service_id, work_class, band, unattended, ${sums.join(', ')}
       from moved group by ${grain}, service_id, work_class, band, unattended
       having ${sums.map((sum) => `${sum} <> 0`).join(' or ')}`,
    );
  }
}
