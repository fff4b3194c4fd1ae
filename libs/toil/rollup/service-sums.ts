import type { Tx } from '#platform';
import { addDays } from '../time/zone.rules.js';
import {
  ALL_UNITS,
  allUnits,
  isPlain,
  isPlainInSql,
  PLAIN_UNITS,
  partOf,
  unattendedAt,
  unitAt,
} from './sum-unit.rules.js';
import { PLAIN_COLUMNS, UNIT_COLUMNS } from './unit-column.rules.js';
import { unitsOf, type WeekCell } from './week-cell.rules.js';

interface Sum {
  date: string;
  serviceId: string;
  /** Whole doubles: 20,000 person-weeks of 168 h stay below 2^53. */
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
      const name = `${week}|${day}|${row[3]}`;
      let sum = this.rows.get(name);
      if (sum === undefined) {
        const units = new Array<number>(ALL_UNITS).fill(0);
        sum = { date: addDays(week, day), serviceId: row[3], units };
        this.rows.set(name, sum);
      }
      const part = partOf(row[1], row[2]);
      for (let column = 0; column < UNIT_COLUMNS.length; column++) {
        const units = unitsOf(row, column);
        sum.units[unitAt(column, part)]! += units;
        if (unattended && column < PLAIN_COLUMNS.length) sum.units[unattendedAt(column)]! += units;
      }
    }
  }

  /** Writes what changed. */
  async insert(tx: Tx): Promise<void> {
    const rows = [...this.rows.values()].filter(({ units }) => units.some((unit) => unit !== 0));
    if (rows.length === 0) return;
    await tx.query(
      `insert into service_${this.grain} (${this.grain}, service_id, units)
       select date, service_id, units::bigint[] from unnest($1::date[], $2::text[], $3::text[]) as t (date, service_id, units)`,
      [
        rows.map((row) => row.date),
        rows.map((row) => row.serviceId),
        rows.map(({ units }) => arrayOf(units)),
      ],
    );
  }

  /** Adds up the rows of the same date and service; what came to nothing goes. */
  static async compact(tx: Tx, grain: 'day' | 'week'): Promise<void> {
    const sums = allUnits.map((unit) => `sum(${unit})::bigint`).join(', ');
    await tx.query(
      `with moved as (
         delete from service_${grain} where (${grain}, service_id) in (
           select ${grain}, service_id from service_${grain} group by ${grain}, service_id having count(*) > 1)
         returning *),
       whole as (select ${grain}, service_id, array[${sums}] as units from moved group by ${grain}, service_id)
       insert into service_${grain} (${grain}, service_id, units)
       select ${grain}, service_id, case when ${isPlainInSql} then units[1:${PLAIN_UNITS}] else units end
       from whole where 0 <> any (units)`,
    );
  }
}

// In PostgreSQL's own writing: numbers need no quoting, and there are hundreds of thousands.
const arrayOf = (units: number[]): string =>
  `{${(isPlain(units) ? units.slice(0, PLAIN_UNITS) : units).join(',')}}`;
