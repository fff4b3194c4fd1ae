import type { Type } from '@nestjs/common';
import { ArgsType, Field, Int, ObjectType } from '@nestjs/graphql';
import type { Page, PageRequest } from '#platform';

@ObjectType()
export class PageInfo {
  @Field()
  hasNextPage: boolean;

  @Field(() => String, { nullable: true })
  endCursor: string | null;
}

/** Arguments of every connection; extend it for further filters. `first` outside 1..100 never reaches a resolver. */
@ArgsType()
export class PageArgs implements PageRequest {
  @Field(() => Int, { description: '1 to 100.' })
  first: number;

  @Field(() => String, { nullable: true, description: 'endCursor of the page before.' })
  after?: string | null;
}

/**
 * The connection type of a node type: return a `Page` as the repository gave it, pageInfo reads from the page itself.
 * Call it where a module is loaded, not in a decorator's `() => ...`: by then Nest takes no new types.
 * `name` is the node's GraphQL name when the class is called otherwise.
 */
export function Connection<T>(Node: Type<T>, name = Node.name): Type<Page<T>> {
  @ObjectType(`${name}Connection`)
  class NodeConnection {
    @Field(() => [Node])
    nodes: T[];

    @Field(() => PageInfo)
    pageInfo: PageInfo;
  }
  // A page has no pageInfo of its own: guarded-schema reads it from the page.
  return NodeConnection as unknown as Type<Page<T>>;
}
