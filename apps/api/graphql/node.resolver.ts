import { Args, ID, Query, Resolver } from '@nestjs/graphql';
import { type Caller, reaches } from '#platform';
import { forbidden } from './api-error.js';
import { CurrentCaller } from './current-caller.js';
import { type Loader, Loaders } from './loaders.js';
import { kindOf, Node } from './node.type.js';

/** Finds anything by its id alone, under the same role as everywhere else. */
@Resolver()
export class NodeResolver {
  @Query(() => Node, { nullable: true })
  async node(
    @Args('id', { type: () => ID }) id: string,
    @CurrentCaller() caller: Caller,
    @Loaders() loaders: Loaders,
  ): Promise<Node | null> {
    const kind = kindOf(id);
    if (!kind) return null;
    if (kind.allow !== 'ANYONE' && !reaches(caller.role, kind.allow))
      throw forbidden(`the role ${kind.allow}`);
    return (loaders[kind.loader] as Loader<Node>).load(id);
  }
}
