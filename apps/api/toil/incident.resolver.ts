import { Args, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { type Caller, Transactions, type Tx } from '#platform';
import {
  type Incident,
  IncidentRegister,
  MergeIncidents,
  OpenIncident,
  Quarantine,
  RecordIncidentEvent,
  ReviewIncident,
} from '#toil';
import { answerWith } from '../graphql/answer.js';
import { Connection } from '../graphql/connection.js';
import { CurrentCaller } from '../graphql/current-caller.js';
import { Loaders } from '../graphql/loaders.js';
import { SecondsScalar } from '../graphql/scalars.js';
import {
  IncidentStatsArgs,
  IncidentsArgs,
  MergeIncidentsInput,
  OpenIncidentInput,
  RecordIncidentEventInput,
  ReviewIncidentInput,
} from './incident.input.js';
import { stalePolicyOf } from './incident.loader.js';
import {
  IncidentEventOutput,
  IncidentPayload,
  IncidentResponse,
  IncidentStats,
  IncidentType,
} from './incident.type.js';
import { PersonType } from './person.type.js';
import { ServiceType } from './service.type.js';

const NOTHING: { incident: Incident | null; duplicate: boolean } = { incident: null, duplicate: false };

const IncidentConnection = Connection(IncidentType, 'Incident');

/** Incidents: what happened, when, who answered, and how fast. */
@Resolver(() => IncidentType)
export class IncidentResolver {
  constructor(
    private readonly transactions: Transactions,
    private readonly register: IncidentRegister,
    private readonly opening: OpenIncident,
    private readonly recording: RecordIncidentEvent,
    private readonly quarantine: Quarantine,
  ) {}

  @Query(() => IncidentConnection, { description: 'newest first' })
  incidents(@Args() args: IncidentsArgs) {
    return this.register.page(args, args);
  }

  @Query(() => IncidentStats)
  incidentStats(@Args() { from, to, service }: IncidentStatsArgs) {
    return this.register.stats(from, to, service);
  }

  @Mutation(() => IncidentPayload)
  openIncident(@Args('input') input: OpenIncidentInput, @CurrentCaller() caller: Caller) {
    return answerWith(NOTHING, () => this.transactions.run((tx) => this.opening.open(tx, caller, input)));
  }

  @Mutation(() => IncidentPayload)
  recordIncidentEvent(@Args('input') input: RecordIncidentEventInput, @CurrentCaller() caller: Caller) {
    const record = () => this.transactions.run((tx) => this.recording.record(tx, caller, input));
    return answerWith(NOTHING, () => this.quarantine.around(input, record));
  }

  @ResolveField(() => ServiceType)
  service(@Parent() incident: Incident, @Loaders() loaders: Loaders) {
    return loaders.service.load(incident.serviceId);
  }

  @ResolveField(() => [IncidentEventOutput])
  events(@Parent() incident: Incident, @Loaders() loaders: Loaders) {
    return loaders.incidentEvents.load(incident.id);
  }

  @ResolveField(() => [IncidentResponse], { description: 'Everybody who was engaged or stated time.' })
  async responses(@Parent() incident: Incident, @Loaders() loaders: Loaders): Promise<IncidentResponse[]> {
    const policy = await stalePolicyOf(loaders);
    return this.register.responses(incident, policy).map(({ personId, engaged, handsOn, inferred }) => ({
      personId,
      engagedSeconds: engaged / 1000,
      handsOnSeconds: handsOn === null ? null : handsOn / 1000,
      inferredSeconds: inferred === null ? null : inferred / 1000,
    }));
  }

  @ResolveField(() => SecondsScalar, { description: 'Active segments, opened or reopened to resolved.' })
  async wallSeconds(@Parent() incident: Incident, @Loaders() loaders: Loaders): Promise<number> {
    return this.register.tiers(incident, await stalePolicyOf(loaders)).wall;
  }

  @ResolveField(() => SecondsScalar, {
    description: 'Sum over responders of the time engaged, snooze left out.',
  })
  async engagedSeconds(@Parent() incident: Incident, @Loaders() loaders: Loaders): Promise<number> {
    return this.register.tiers(incident, await stalePolicyOf(loaders)).engaged;
  }

  @ResolveField(() => SecondsScalar, {
    nullable: true,
    description: 'What responders stated, or what signs of activity tell; null without either.',
  })
  async handsOnSeconds(@Parent() incident: Incident, @Loaders() loaders: Loaders): Promise<number | null> {
    return this.register.tiers(incident, await stalePolicyOf(loaders)).handsOn;
  }
}

/** The person of a response. */
@Resolver(() => IncidentResponse)
export class IncidentResponseResolver {
  @ResolveField(() => PersonType)
  person(@Parent() response: IncidentResponse, @Loaders() loaders: Loaders) {
    return loaders.person.load(response.personId);
  }
}

/** The person that an event is about. */
@Resolver(() => IncidentEventOutput)
export class IncidentEventResolver {
  @ResolveField(() => PersonType, { nullable: true })
  person(@Parent() event: IncidentEventOutput, @Loaders() loaders: Loaders) {
    return event.personId === null ? null : loaders.person.load(event.personId);
  }
}

/** What is said about incidents afterwards. */
@Resolver(() => IncidentType)
export class IncidentReviewResolver {
  constructor(
    private readonly transactions: Transactions,
    private readonly merging: MergeIncidents,
    private readonly reviewing: ReviewIncident,
  ) {}

  @Mutation(() => IncidentPayload, {
    description: 'Union of the segments; earliest opening and acknowledgement.',
  })
  mergeIncidents(@Args('input') input: MergeIncidentsInput, @CurrentCaller() caller: Caller) {
    return this.answered((tx) => this.merging.merge(tx, caller, input));
  }

  @Mutation(() => IncidentPayload, { description: 'Was a human needed, and what was done?' })
  reviewIncident(@Args('input') input: ReviewIncidentInput, @CurrentCaller() caller: Caller) {
    return this.answered((tx) => this.reviewing.review(tx, caller, input));
  }

  private answered(work: (tx: Tx) => Promise<Incident>) {
    return answerWith(NOTHING, async () => ({
      incident: await this.transactions.run(work),
      duplicate: false,
    }));
  }
}
