import { Args, ID, Resolver, Subscription } from '@nestjs/graphql';
import { Clock, EventBus } from '#platform';
import { type Incident, IncidentRegister } from '#toil';
import { followNew } from '../graphql/live.js';
import { IncidentType } from './incident.type.js';

// After a gap, what changed a little before it is told again: a transaction commits later than its instants say.
const OVERLAP_MS = 60_000;

/** Incidents as they change, for everybody who looks at the same one. */
@Resolver(() => IncidentType)
export class IncidentLiveResolver {
  constructor(
    private readonly register: IncidentRegister,
    private readonly events: EventBus,
    private readonly clock: Clock,
  ) {}

  @Subscription(() => IncidentType, {
    resolve: (incident: Incident) => incident,
    description: 'Every incident that is opened or changes; with an id, that one only.',
  })
  incidentChanged(@Args('id', { type: () => ID, nullable: true }) id?: string | null) {
    return followNew(
      this.events,
      'incident',
      async () => this.clock.now(),
      async (before, changed) => {
        const position = this.clock.now();
        const lost = new Date(before.getTime() - OVERLAP_MS);
        const rows = changed ? await this.register.byIds([changed]) : await this.register.changedSince(lost);
        return { rows: id ? rows.filter((incident) => incident.id === id) : rows, position };
      },
    );
  }
}
