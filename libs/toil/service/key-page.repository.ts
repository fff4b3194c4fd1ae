import type { EntityTarget } from 'typeorm';
import { type Page, type PageRequest, pageOf, positionOf, type Tx } from '#platform';

const statements = new WeakMap<object, Statements>();

/**
 * One page of things that have keys and can be archived, in the order of the keys: those in use, or the archived ones.
 * The statement is made once from the entity's columns and
 * the rows are taken as they come: building the same query for each request and hydrating its rows costs three times
 * the CPU of asking. The columns must be of types that the driver reads itself (no `date`).
 */
export async function pageByKey<T extends { id: string; key: string }>(
  tx: Tx,
  entity: EntityTarget<T>,
  { first, after }: PageRequest,
  archived: boolean,
): Promise<Page<T>> {
  const statement = statementOf(tx, entity)[archived ? 'archived' : 'inUse'];
  const position = positionOf(after);
  const rows: T[] = position
    ? await tx.query(statement.next, [first + 1, position[0], position[1]])
    : await tx.query(statement.first, [first + 1]);
  return pageOf(rows, first, (row) => [row.key, row.id]);
}

interface Statement {
  first: string;
  next: string;
}

type Statements = Record<'inUse' | 'archived', Statement>;

function statementOf<T>(tx: Tx, entity: EntityTarget<T & object>): Statements {
  const metadata = tx.connection.getMetadata(entity);
  const before = statements.get(metadata);
  if (before) return before;
  const columns = metadata.columns.map(
    ({ databaseName, propertyName }) => `"${databaseName}" as "${propertyName}"`,
  );
  const select = `select ${columns.join(', ')} from "${metadata.tableName}"`;
  const order = 'order by key, id limit $1';
  const of = (state: string): Statement => ({
    first: `${select} where archived_at ${state} ${order}`,
    next: `${select} where archived_at ${state} and (key, id) > ($2, $3) ${order}`,
  });
  const made = { inUse: of('is null'), archived: of('is not null') };
  statements.set(metadata, made);
  return made;
}
