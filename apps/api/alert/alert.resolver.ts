import { Args, ID, Mutation, Parent, Query, ResolveField, Resolver, Subscription } from '@nestjs/graphql';
import {
  type Alert,
  type AlertChannel,
  AlertChannels,
  Alerts,
  type Caller,
  EventBus,
  Transactions,
} from '#platform';
import { Allow } from '../graphql/allow.js';
import { accepted, answer } from '../graphql/answer.js';
import { CurrentCaller } from '../graphql/current-caller.js';
import { followNew } from '../graphql/live.js';
import { Loaders } from '../graphql/loaders.js';
import { AcceptedPayload } from '../graphql/payload.type.js';
import { IncidentType } from '../toil/incident.type.js';
import { AlertsArgs, CreateAlertChannelInput } from './alert.input.js';
import { AlertChannelPayload, AlertChannelType, AlertConnection, AlertType } from './alert.type.js';

/** Alerts and where they are sent. */
@Resolver(() => AlertType)
export class AlertResolver {
  constructor(
    private readonly alerts: Alerts,
    private readonly channels: AlertChannels,
    private readonly transactions: Transactions,
    private readonly events: EventBus,
  ) {}

  @Query(() => AlertConnection, { name: 'alerts', description: 'newest first' })
  list(@Args() args: AlertsArgs) {
    return this.alerts.list(this.transactions.read, args, args);
  }

  @Query(() => [AlertChannelType])
  @Allow('LEAD')
  alertChannels(): Promise<AlertChannel[]> {
    return this.channels.list(this.transactions.read);
  }

  @ResolveField(() => IncidentType, { nullable: true })
  incident(@Parent() alert: Alert, @Loaders() loaders: Loaders) {
    return alert.incidentId ? loaders.incident.load(alert.incidentId) : null;
  }

  @Mutation(() => AcceptedPayload)
  acknowledgeAlert(@Args('id', { type: () => ID }) id: string, @CurrentCaller() caller: Caller) {
    return accepted(() => this.transactions.run((tx) => this.alerts.acknowledge(tx, caller, id)));
  }

  @Mutation(() => AlertChannelPayload)
  @Allow('ADMIN')
  createAlertChannel(@Args('input') input: CreateAlertChannelInput, @CurrentCaller() caller: Caller) {
    return answer('id', () => this.transactions.run((tx) => this.channels.create(tx, caller, input)));
  }

  @Subscription(() => AlertType, {
    resolve: (alert: Alert) => alert,
    description: 'Every alert that opens or changes.',
  })
  alertRaised() {
    return followNew(
      this.events,
      'alert',
      async () => null,
      async (position, changed) => ({
        rows: changed ? await this.alerts.byIds(this.transactions.read, [changed]) : [],
        position,
      }),
    );
  }
}
