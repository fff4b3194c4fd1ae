import type { EntityTarget } from 'typeorm';
import { type Page, type PageRequest, pageOf, positionOf, type Tx } from '#platform';

/** One page of things that have keys, in the order of the keys. */
export async function pageByKey<T extends { id: string; key: string }>(
  tx: Tx,
  entity: EntityTarget<T>,
  { first, after }: PageRequest,
): Promise<Page<T>> {
  const query = tx
    .createQueryBuilder(entity, 't')
    .orderBy('t.key', 'ASC')
    .addOrderBy('t.id', 'ASC')
    .take(first + 1);
  const position = positionOf(after);
  if (position) query.where('(t.key, t.id) > (:key, :id)', { key: position[0], id: position[1] });
  return pageOf(await query.getMany(), first, (row) => [row.key, row.id]);
}
