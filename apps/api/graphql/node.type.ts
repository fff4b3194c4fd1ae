import { Field, ID, InterfaceType } from '@nestjs/graphql';
import { prefixOf } from '#platform';
import type { Allowed } from './allow.js';
import type { Loaders } from './loaders.js';

interface NodeKind {
  typeName: string;
  loader: keyof Loaders;
  allow: Allowed;
}

const kinds = new Map<string, NodeKind>();

/**
 * Registers what ids of a prefix are: their GraphQL type, the loader that `node(id)` reads them with, and the least
 * role that may read them by id alone. Call it beside the type: `isNode('svc', 'Service', 'service')`.
 */
export function isNode(
  prefix: string,
  typeName: string,
  loader: keyof Loaders,
  allow: Allowed = 'VIEWER',
): void {
  const known = kinds.get(prefix);
  if (known && known.typeName !== typeName)
    throw new Error(`The id prefix ${prefix} belongs to ${known.typeName}.`);
  kinds.set(prefix, { typeName, loader, allow });
}

/** What the id belongs to; null when no kind of ours has such an id. */
export const kindOf = (id: string): NodeKind | null => kinds.get(prefixOf(id) ?? '') ?? null;

@InterfaceType({ resolveType: (row: { id: string }) => kindOf(row.id)?.typeName })
export abstract class Node {
  @Field(() => ID)
  id: string;
}
