import { Args, Mutation, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { type Caller, Transactions } from '#platform';
import { CorrectIncidentEnd, type Incident, IncidentRegister } from '#toil';
import { answerWith } from '../graphql/answer.js';
import { CurrentCaller } from '../graphql/current-caller.js';
import { Loaders } from '../graphql/loaders.js';
import { CorrectIncidentEndInput } from './incident.input.js';
import { stalePolicyOf } from './incident.loader.js';
import { IncidentPayload, IncidentType } from './incident.type.js';

const NOTHING: { incident: Incident | null; duplicate: boolean } = { incident: null, duplicate: false };

/** Whether somebody forgot to end an incident. */
@Resolver(() => IncidentType)
export class IncidentGuardResolver {
  constructor(
    private readonly transactions: Transactions,
    private readonly register: IncidentRegister,
    private readonly correcting: CorrectIncidentEnd,
  ) {}

  @ResolveField(() => Boolean, {
    description: 'Open, and without a sign for longer than the setting staleAfterHours.',
  })
  async stale(@Parent() incident: Incident, @Loaders() loaders: Loaders): Promise<boolean> {
    return this.register.guard(incident, await stalePolicyOf(loaders)).stale;
  }

  @ResolveField(() => Date, {
    nullable: true,
    description: 'Since then its time no longer counts: nobody said anything for capHours. null: it counts.',
  })
  async timeCappedAt(@Parent() incident: Incident, @Loaders() loaders: Loaders): Promise<Date | null> {
    return this.register.guard(incident, await stalePolicyOf(loaders)).cappedAt;
  }

  @Mutation(() => IncidentPayload, {
    description: 'Says when an incident was really over; MTTR and reports follow.',
  })
  correctIncidentEnd(@Args('input') input: CorrectIncidentEndInput, @CurrentCaller() caller: Caller) {
    return answerWith(NOTHING, async () => ({
      incident: await this.transactions.run((tx) => this.correcting.correct(tx, caller, input)),
      duplicate: false,
    }));
  }
}
