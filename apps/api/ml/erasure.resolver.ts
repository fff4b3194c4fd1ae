import { Args, ID, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { type ErasedModel, ErasePerson, type Erasure, ErasureRepository, RetireErasedModels } from '#ml';
import { type Caller, Transactions } from '#platform';
import { Allow } from '../graphql/allow.js';
import { answer } from '../graphql/answer.js';
import { PageArgs } from '../graphql/connection.js';
import { CurrentCaller } from '../graphql/current-caller.js';
import { grouped, type Loader, Loaders, Loads, type LoadsMany } from '../graphql/loaders.js';
import { ErasedModelType, ErasureConnection, ErasurePayload, ErasureType } from './erasure.type.js';

declare module '../graphql/loaders.js' {
  interface Loaders {
    erasedModels: Loader<ErasedModel[]>;
  }
}

/** Versions that learned from erased pictures, by the id of the erasure. */
@Loads('erasedModels')
export class ErasedModelsLoader implements LoadsMany<ErasedModel[]> {
  constructor(
    private readonly transactions: Transactions,
    private readonly erasures: ErasureRepository,
  ) {}

  async many(ids: readonly string[]): Promise<Map<string, ErasedModel[]>> {
    return grouped(await this.erasures.models(this.transactions.read, ids), ({ erasureId }) => erasureId);
  }

  nothing(): ErasedModel[] {
    return [];
  }
}

/** Erasing people from datasets and models. */
@Resolver(() => ErasureType)
export class ErasureResolver {
  constructor(
    private readonly transactions: Transactions,
    private readonly repository: ErasureRepository,
    private readonly erasing: ErasePerson,
    private readonly retiring: RetireErasedModels,
  ) {}

  @Query(() => ErasureConnection, { description: 'newest first' })
  @Allow('ADMIN')
  erasures(@Args() page: PageArgs) {
    return this.repository.page(this.transactions.read, page);
  }

  @Mutation(() => ErasurePayload, {
    description:
      'Deletes every picture of one person (a class, by its name) in all datasets, what was made of them, and the name. Cannot be undone; backups still hold them.',
  })
  @Allow('ADMIN')
  erasePictures(@Args('name') name: string, @CurrentCaller() caller: Caller) {
    return answer('erasure', () => this.erasing.erase(caller, name));
  }

  @Mutation(() => ErasurePayload, {
    description:
      'Takes the versions of an erasure out of service and deletes their weights, files and pictures. A pipeline without another version has no model until its next run.',
  })
  @Allow('ADMIN')
  retireErasedModels(@Args('id', { type: () => ID }) id: string, @CurrentCaller() caller: Caller) {
    return answer('erasure', () => this.retiring.retire(caller, id));
  }

  @ResolveField(() => [ErasedModelType])
  models(@Parent() { id }: Erasure, @Loaders() loaders: Loaders) {
    return loaders.erasedModels.load(id);
  }
}

/** The version of an erased model. */
@Resolver(() => ErasedModelType)
export class ErasedModelResolver {
  @ResolveField()
  modelVersion(@Parent() { modelVersionId }: ErasedModel, @Loaders() loaders: Loaders) {
    return loaders.modelVersion.load(modelVersionId);
  }
}
