import type { Tx } from '#platform';

/** A table that is split by years of one column. */
export interface YearlyTable {
  name: string;
  /** The column that decides. */
  column: string;
  isDate: boolean;
  /** Years with a partition of their own. */
  years: number[];
}

/** Partitions in the database. Names come from its catalogue, never from callers. */
export class PartitionRepository {
  /** Our tables that are split by years: those whose partitions are called by one. */
  async tables(tx: Tx): Promise<YearlyTable[]> {
    return tx.query(
      `select c.relname as name, a.attname as "column", a.atttypid = 'date'::regtype as "isDate",
         array_agg(right(child.relname, 4)::int order by child.relname) as years
       from pg_partitioned_table p join pg_class c on c.oid = p.partrelid and c.relnamespace = current_schema()::regnamespace
         join pg_attribute a on a.attrelid = c.oid and a.attnum = p.partattrs[0]
         join pg_inherits i on i.inhparent = c.oid join pg_class child on child.oid = i.inhrelid
       where p.partstrat = 'r' and child.relname ~ ('^' || c.relname || '_[0-9]{4}$') group by 1, 2, 3 order by 1`,
    );
  }

  /** Makes the partition of a year. What lies in it so far, with everything else that had none, moves there. */
  async add(tx: Tx, { name, column, isDate }: YearlyTable, year: number): Promise<void> {
    const own = `${name}_${year}`;
    const [from, to] = [year, year + 1].map((one) => `${one}-01-01${isDate ? '' : 'Z'}`);
    await tx.query(`create temporary table moving on commit drop as
      with moved as (delete from ${name}_other where ${column} >= '${from}' and ${column} < '${to}' returning *) select * from moved`);
    await tx.query(`create table ${own} partition of ${name} for values from ('${from}') to ('${to}')`);
    await tx.query(`insert into ${name} overriding system value select * from moving`);
    await tx.query('drop table moving');
  }
}
