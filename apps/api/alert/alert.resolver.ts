import { Args, ID, Mutation, Parent, Query, ResolveField, Resolver, Subscription } from '@nestjs/graphql';
import { type Alert, Alerts, type Caller, Clock, EventBus, Transactions } from '#platform';
import { accepted } from '../graphql/answer.js';
import { CurrentCaller } from '../graphql/current-caller.js';
import { followNew } from '../graphql/live.js';
import { Loaders } from '../graphql/loaders.js';
import { AcceptedPayload } from '../graphql/payload.type.js';
import { IncidentType } from '../toil/incident.type.js';
import { AlertsArgs } from './alert.input.js';
import { AlertConnection, AlertType } from './alert.type.js';

// After a gap, what changed a little before it is told again: a transaction commits later than its instants say.
const OVERLAP_MS = 60_000;

/** Alerts. */
@Resolver(() => AlertType)
export class AlertResolver {
  constructor(
    private readonly alerts: Alerts,
    private readonly transactions: Transactions,
    private readonly events: EventBus,
    private readonly clock: Clock,
  ) {}

  @Query(() => AlertConnection, { name: 'alerts', description: 'newest first' })
  list(@Args() args: AlertsArgs) {
    return this.alerts.list(this.transactions.read, args, args);
  }

  @ResolveField(() => IncidentType, { nullable: true })
  incident(@Parent() alert: Alert, @Loaders() loaders: Loaders) {
    return alert.incidentId ? loaders.incident.load(alert.incidentId) : null;
  }

  @Mutation(() => AcceptedPayload)
  acknowledgeAlert(@Args('id', { type: () => ID }) id: string, @CurrentCaller() caller: Caller) {
    return accepted(() => this.transactions.run((tx) => this.alerts.acknowledge(tx, caller, id)));
  }

  @Subscription(() => AlertType, {
    resolve: (alert: Alert) => alert,
    description: 'Every alert that opens or changes.',
  })
  alertRaised() {
    return followNew(
      this.events,
      'alert',
      async () => this.clock.now(),
      async (before, changed) => {
        const tx = this.transactions.read;
        const position = this.clock.now();
        const lost = new Date(before.getTime() - OVERLAP_MS);
        const rows = changed ? this.alerts.byIds(tx, [changed]) : this.alerts.changedSince(tx, lost);
        return { rows: await rows, position };
      },
    );
  }
}
