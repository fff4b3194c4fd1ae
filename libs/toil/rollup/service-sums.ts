import type { Tx } from '#platform';
import { addDays } from '../time/zone.rules.js';
import { BASE_OF_SHARED, PLAIN_COLUMNS, SHARED_COLUMNS, UNIT_COLUMNS, unitsIn } from './unit-column.rules.js';
import { unitsOf, type WeekCell } from './week-cell.rules.js';

interface Sum {
  date: string;
  serviceId: string;
  workClass: number;
  band: number;
  unattended: boolean;
  /** By UNIT_COLUMNS. Whole doubles: 20,000 person-weeks of 168 h stay below 2^53. */
  units: number[];
}

/** Collects by how much the services' sums change, and adds that to a table of sums. */
export class ServiceSums {
  private readonly rows = new Map<string, Sum>();

  constructor(private readonly grain: 'day' | 'week') {}

  /** Adds the change of a person's week. */
  add(week: string, change: WeekCell[], unattended: boolean): void {
    for (const row of change) {
      const day = this.grain === 'day' ? row[0] : 0;
      const name = `${week}|${day}|${row[3]}|${row[1]}|${row[2]}|${unattended}`;
      let sum = this.rows.get(name);
      if (sum === undefined) {
        const [, workClass, band, serviceId] = row;
        const units = UNIT_COLUMNS.map(() => 0);
        sum = { date: addDays(week, day), serviceId, workClass, band, unattended, units };
        this.rows.set(name, sum);
      }
      for (let column = 0; column < sum.units.length; column++) sum.units[column]! += unitsOf(row, column);
    }
  }

  /** Writes what changed. */
  async insert(tx: Tx): Promise<void> {
    const rows = [...this.rows.values()].filter(({ units }) => units.some((unit) => unit !== 0));
    if (rows.length === 0) return;
    const keys = [
      rows.map((row) => row.date),
      rows.map((row) => row.serviceId),
      rows.map((row) => row.workClass),
      rows.map((row) => row.band),
      rows.map((row) => row.unattended),
    ];
    const plain = PLAIN_COLUMNS.map((_, column) => bigints(rows.map(({ units }) => units[column])));
    const shared = BASE_OF_SHARED.map((base, index) =>
      bigints(
        rows.map(({ units }) => {
          const own = units[PLAIN_COLUMNS.length + index];
          return own === units[base] ? 'NULL' : own;
        }),
      ),
    );
    const parameters = UNIT_COLUMNS.map((_, column) => `$${6 + column}::bigint[]`).join(', ');
    await tx.query(
      `insert into service_${this.grain} (${this.grain}, service_id, work_class, band, unattended, ${UNIT_COLUMNS.join(', ')})
       select * from unnest($1::date[], $2::text[], $3::smallint[], $4::smallint[], $5::boolean[], ${parameters})`,
      [...keys, ...plain, ...shared],
    );
  }

  /** Adds up the rows of the same date, service, class and band; what came to nothing goes. */
  static async compact(tx: Tx, grain: 'day' | 'week'): Promise<void> {
    const plain = PLAIN_COLUMNS.map((column) => `sum(${column})`);
    const shared = SHARED_COLUMNS.map((_, index) => {
      const sum = `sum(${unitsIn(PLAIN_COLUMNS.length + index)})`;
      return `nullif(${sum}, ${plain[BASE_OF_SHARED[index] as number]})`;
    });
    const all = UNIT_COLUMNS.map((_, column) => `sum(${unitsIn(column)}) <> 0`);
    await tx.query(
      `with moved as (
         delete from service_${grain} where (${grain}, service_id) in (
           select ${grain}, service_id from service_${grain} group by ${grain}, service_id, work_class, band, unattended having count(*) > 1)
         returning *)
       insert into service_${grain} (${grain}, service_id, work_class, band, unattended, ${UNIT_COLUMNS.join(', ')})
       select ${grain}, service_id, work_class, band, unattended, ${[...plain, ...shared].join(', ')}
       from moved group by ${grain}, service_id, work_class, band, unattended
       having ${all.join(' or ')}`,
    );
  }
}

// An array in PostgreSQL's own writing: numbers need no quoting, and there are hundreds of thousands.
const bigints = (values: (number | string | undefined)[]): string => `{${values.join(',')}}`;
