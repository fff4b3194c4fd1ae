import { Args, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { type Caller, Refusal, Transactions, type Tx } from '#platform';
import {
  ConfirmDrafts,
  type Confirmed,
  Directory,
  type WorkDraft as Draft,
  Drafts,
  maySee,
  readDuration,
} from '#toil';
import { accepted, answerWith, userErrorsOf } from '../graphql/answer.js';
import { forbidden } from '../graphql/api-error.js';
import { CurrentCaller } from '../graphql/current-caller.js';
import { Loaders } from '../graphql/loaders.js';
import { AcceptedPayload } from '../graphql/payload.type.js';
import { DateScalar } from '../graphql/scalars.js';
import { ConfirmDraftsInput, DismissDraftsInput, ProposeDraftInput } from './capture.input.js';
import { ConfirmDraftsPayload, WorkDraft } from './capture.type.js';
import { IncidentType } from './incident.type.js';
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
    private readonly confirming: ConfirmDrafts,
  ) {}

  @Query(() => [WorkDraft], { name: 'drafts', description: 'The open drafts of a person, oldest first.' })
  async openDrafts(
    @Args('person') key: string,
    @CurrentCaller() caller: Caller,
    @Args('weekStarting', {
      type: () => DateScalar,
      nullable: true,
      description: 'Only those that end in the seven days from here.',
    })
    weekStarting?: string | null,
  ): Promise<Draft[]> {
    const person = await this.directory.person(this.transactions.read, key, ['person']);
    if (!maySee(caller, person)) throw forbidden('to be this person, or their lead');
    return this.drafts.open(this.transactions.read, person.id, weekStarting);
  }

  @Mutation(() => AcceptedPayload, { description: 'The same source and externalId again changes nothing.' })
  proposeDraft(@Args('input') input: ProposeDraftInput) {
    return accepted(() => {
      const seconds = readDuration(input.duration);
      if (seconds instanceof Refusal) throw seconds;
      return this.transactions.run((tx) =>
        this.drafts.propose(tx, { ...input, seconds, source: input.source ?? 'CHAT' }),
      );
    });
  }

  @Mutation(() => ConfirmDraftsPayload)
  async confirmDrafts(@Args('input') input: ConfirmDraftsInput, @CurrentCaller() caller: Caller) {
    const nothing: { confirmed: Confirmed } = { confirmed: { entries: [], refusals: [] } };
    const { confirmed, userErrors } = await answerWith(nothing, async () => ({
      confirmed: await this.transactions.run(async (tx) =>
        this.confirming.confirm(tx, caller, await this.named(tx, caller, input), input),
      ),
    }));
    return {
      entries: confirmed.entries,
      userErrors: [...userErrors, ...confirmed.refusals.flatMap(userErrorsOf)],
    };
  }

  // By ids, as they were shown; or all that a person has to say something about.
  private async named(
    tx: Tx,
    caller: Caller,
    { ids, person, weekStarting }: ConfirmDraftsInput,
  ): Promise<string[]> {
    if (ids && !person && !weekStarting) return ids;
    if (ids || !person)
      throw new Refusal('INVALID_INPUT', 'Name the drafts by ids, or their person.', [
        'input',
        ids ? 'ids' : 'person',
      ]);
    const found = await this.directory.person(tx, person, ['input', 'person']);
    if (!maySee(caller, found))
      throw new Refusal('FORBIDDEN', 'This needs to be this person, or their lead.', ['input', 'person']);
    return (await this.drafts.open(tx, found.id, weekStarting)).map((draft) => draft.id);
  }

  @Mutation(() => AcceptedPayload)
  dismissDrafts(@Args('input') { ids }: DismissDraftsInput) {
    return accepted(() => this.transactions.run((tx) => this.confirming.dismiss(tx, ids)));
  }

  @ResolveField(() => IncidentType, { nullable: true, description: 'The incident whose time it is.' })
  incident(@Parent() { inferredFrom }: Draft, @Loaders() loaders: Loaders) {
    return inferredFrom?.startsWith('inc_') ? loaders.incident.load(inferredFrom) : null;
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
