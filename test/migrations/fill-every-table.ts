import type { DataSource } from 'typeorm';

interface Column {
  table_name: string;
  column_name: string;
  type: string;
  required: boolean;
}

const REQUIRED_COLUMNS = `
  select c.relname as table_name, a.attname as column_name, format_type(a.atttypid, null) as type,
         a.attnotnull and d.adbin is null and a.attidentity = '' as required
    from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
    left join pg_attrdef d on d.adrelid = c.oid and d.adnum = a.attnum
   where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p') and not c.relispartition and c.relname <> 'migration'
   order by c.relname, a.attnum`;

const SAMPLES: [pattern: RegExp, value: string][] = [
  [/\[\]$/, '{}'],
  [/^json/, '{}'],
  [/^timestamp|^date/, '2026-03-02T00:00:00Z'],
  [/^boolean/, 'false'],
  [/^bytea/, '\\x00'],
  [/^tstzrange/, '[2026-03-02T00:00:00Z,2026-03-03T00:00:00Z)'],
  [/int|numeric|double|real/, '1'],
  [/./, 'x'],
];

/** Puts one row into every table, foreign keys and checks off: a down that forgets rows fails on it. Returns the tables. */
export async function fillEveryTable(dataSource: DataSource): Promise<string[]> {
  const columns: Column[] = await dataSource.query(REQUIRED_COLUMNS);
  const tables = [...new Set(columns.map((column) => column.table_name))];
  await dataSource.transaction(async (tx) => {
    await tx.query(`set local session_replication_role = replica`);
    for (const table of tables) {
      const own = columns.filter((column) => column.table_name === table && column.required);
      const names = own.map((column) => `"${column.column_name}"`).join(', ');
      const values = own.map((column) => SAMPLES.find(([pattern]) => pattern.test(column.type))?.[1]);
      const places = own.map((column, index) => `$${index + 1}::${column.type}`).join(', ');
      await tx.query(
        own.length === 0
          ? `insert into ${table} default values`
          : `insert into ${table} (${names}) values (${places})`,
        values,
      );
    }
  });
  return tables;
}
