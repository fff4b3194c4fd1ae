import { Args, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { type Caller, Refusal, Transactions } from '#platform';
import { Directory, type WorkDraft as Draft, Drafts, maySee, parseDuration, type WorkEntry } from '#toil';
import { accepted, userErrorsOf } from '../graphql/answer.js';
import { forbidden } from '../graphql/api-error.js';
import { CurrentCaller } from '../graphql/current-caller.js';
import { Loaders } from '../graphql/loaders.js';
import { AcceptedPayload } from '../graphql/payload.type.js';
import { ConfirmDraftsInput, DismissDraftsInput, ProposeDraftInput } from './capture.input.js';
import { ConfirmDraftsPayload, WorkDraft } from './capture.type.js';
import { PersonType } from './person.type.js';
import { ServiceType } from './service.type.js';
import { TaskTypeType } from './task-type.resolver.js';

/** Drafts of work, and the weekly "these seven are right". */
@Resolver(() => WorkDraft)
export class DraftResolver {
  constructor(
    private readonly transactions: Transactions,
    private readonly directory: Directory,
    private readonly drafts: Drafts,
  ) {}

  @Query(() => [WorkDraft], { name: 'drafts', description: 'The open drafts of a person, oldest first.' })
  async openDrafts(@Args('person') key: string, @CurrentCaller() caller: Caller): Promise<Draft[]> {
    const person = await this.directory.person(this.transactions.read, key, ['person']);
    if (!maySee(caller, person)) throw forbidden('to be this person, or their lead');
    return this.drafts.open(this.transactions.read, person.id);
  }

  @Mutation(() => AcceptedPayload, { description: 'The same source and externalId again changes nothing.' })
  proposeDraft(@Args('input') input: ProposeDraftInput) {
    return accepted(() => {
      const seconds = parseDuration(input.duration);
      if (!seconds)
        throw new Refusal('INVALID_INPUT', 'A duration is 45m, 1:30, 2h27m or 1.5.', ['input', 'duration']);
      return this.transactions.run((tx) =>
        this.drafts.propose(tx, { ...input, seconds, source: input.source ?? 'CHAT' }),
      );
    });
  }

  @Mutation(() => ConfirmDraftsPayload)
  async confirmDrafts(@Args('input') { ids, ...bulk }: ConfirmDraftsInput, @CurrentCaller() caller: Caller) {
    const { entries, refusals } = await this.transactions.run((tx) =>
      this.drafts.confirm(tx, caller, ids, bulk),
    );
    return { entries: entries as WorkEntry[], userErrors: refusals.flatMap(userErrorsOf) };
  }

  @Mutation(() => AcceptedPayload)
  dismissDrafts(@Args('input') { ids }: DismissDraftsInput) {
    return accepted(() => this.transactions.run((tx) => this.drafts.dismiss(tx, ids)));
  }

  @ResolveField(() => PersonType)
  person(@Parent() draft: Draft, @Loaders() loaders: Loaders) {
    return loaders.person.load(draft.personId);
  }

  @ResolveField(() => ServiceType, { nullable: true })
  service(@Parent() draft: Draft, @Loaders() loaders: Loaders) {
    return draft.serviceId === null ? null : loaders.service.load(draft.serviceId);
  }

  @ResolveField(() => TaskTypeType, { nullable: true })
  taskType(@Parent() draft: Draft, @Loaders() loaders: Loaders) {
    return draft.taskTypeId === null ? null : loaders.taskType.load(draft.taskTypeId);
  }
}
