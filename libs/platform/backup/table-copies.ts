import type { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { type ClientBase, escapeIdentifier as quoted } from 'pg';
import { from as copyFrom, to as copyTo } from 'pg-copy-streams';
import type { TableCopy } from './manifest.js';

/** A table as it stands in the database. Partitions are parts of their parent. */
export type TableShape = Pick<TableCopy, 'schema' | 'name' | 'columns'>;

/** Schemas that make up an installation: our tables and the job queue's. */
export const SCHEMAS = ['public', 'pgboss'];

// What the two makers of the tables note about themselves; they note it again when they make them anew.
const NOT_COPIED = new Set(['public.migration', 'pgboss.version']);

const SHAPES = `
  select n.nspname as schema, c.relname as name, array_agg(a.attname::text order by a.attnum) as columns
    from pg_class c
    join pg_namespace n on n.oid = c.relnamespace
    join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = ''
   where n.nspname = any($1) and c.relkind in ('r', 'p') and not c.relispartition
   group by c.oid, 1, 2
   order by exists (select from pg_constraint k where k.conrelid = c.oid and k.contype = 'f' and k.confrelid <> c.oid), 1, 2`;

const SEQUENCES = `
  select format('select setval(%L, coalesce((select max(%I) from %I.%I), 0) + 1, false)',
           s.oid::regclass, a.attname, n.nspname, c.relname) as statement
    from pg_class s
    join pg_depend d on d.objid = s.oid and d.classid = 'pg_class'::regclass and d.deptype in ('a', 'i')
    join pg_class c on c.oid = d.refobjid and not c.relispartition
    join pg_namespace n on n.oid = c.relnamespace
    join pg_attribute a on a.attrelid = c.oid and a.attnum = d.refobjsubid
   where s.relkind = 'S' and n.nspname = any($1)`;

const address = ({ schema, name }: Pick<TableShape, 'schema' | 'name'>): string =>
  `${quoted(schema)}.${quoted(name)}`;
const addressWithColumns = (table: TableShape): string =>
  `${address(table)} (${table.columns.map(quoted).join(', ')})`;

/** Every table whose rows belong into a backup; those that refer to others come after them. */
export async function tableShapes(client: ClientBase): Promise<TableShape[]> {
  const { rows } = await client.query<TableShape>(SHAPES, [SCHEMAS]);
  return rows.filter(({ schema, name }) => !NOT_COPIED.has(`${schema}.${name}`));
}

/** The rows as COPY text, a line each, as the client's transaction sees them. */
export function rowsOf(client: ClientBase, table: TableShape): Readable {
  const columns = table.columns.map(quoted).join(', ');
  // A partitioned table can be copied as a query only.
  return client.query(copyTo(`copy (select ${columns} from ${address(table)}) to stdout`));
}

/** Writes COPY text into a table. */
export async function fillTable(client: ClientBase, table: TableShape, rows: Readable): Promise<void> {
  await pipeline(rows, client.query(copyFrom(`copy ${addressWithColumns(table)} from stdin`)));
}

/** Takes every row out of these tables (all there are). Truncating makes new files, so what is empty anyway is left alone. */
export async function emptyTables(client: ClientBase, tables: readonly TableShape[]): Promise<void> {
  const filled: TableShape[] = [];
  for (const table of tables) {
    const { rowCount } = await client.query(`select from ${address(table)} limit 1`);
    if (rowCount) filled.push(table);
  }
  if (filled.length > 0) await client.query(`truncate ${filled.map(address).join(', ')} cascade`);
}

/** Lets numbered columns go on after their largest number. */
export async function resetSequences(client: ClientBase): Promise<void> {
  const { rows } = await client.query<{ statement: string }>(SEQUENCES, [SCHEMAS]);
  for (const { statement } of rows) await client.query(statement);
}
