import { Injectable } from '@nestjs/common';
import { type Caller, EventBus, refuseIfAny, type Tx } from '#platform';
import { EventDesk } from './event-desk.js';
import type { Incident, IncidentVerdict } from './incident.entity.js';
import { noSuchIncident, staleVersion, textFault } from './incident.errors.js';
import { IncidentRepository } from './incident.repository.js';

/** The two questions after an incident; what is left out stays as it is. */
export interface ReviewIncidentInput {
  incident: string;
  /** The version that was read; another one is refused. null: whatever it is. */
  version?: number | null;
  verdict?: IncidentVerdict | null;
  stepsTaken?: string | null;
}

const LONGEST_STEPS = 4000;

/** Keeps whether a human was needed, and what was done. */
@Injectable()
export class ReviewIncident {
  constructor(
    private readonly incidents: IncidentRepository,
    private readonly desk: EventDesk,
    private readonly events: EventBus,
  ) {}

  async review(tx: Tx, caller: Caller, input: ReviewIncidentInput): Promise<Incident> {
    refuseIfAny([textFault('stepsTaken', input.stepsTaken, LONGEST_STEPS)].filter((fault) => fault !== null));
    const incident = await this.incidents.locked(tx, input.incident);
    if (!incident) throw noSuchIncident(input.incident);
    if (input.version && input.version !== incident.version) throw staleVersion(incident);
    const before = { verdict: incident.verdict, stepsTaken: incident.stepsTaken };
    const after = {
      verdict: input.verdict ?? incident.verdict,
      stepsTaken: input.stepsTaken ?? incident.stepsTaken,
    };
    await this.desk.changed(tx, caller, 'incident.review', incident.id, before, after);
    await this.events.publish(tx, 'incident', incident.id);
    return this.incidents.change(tx, incident, after, this.desk.now());
  }
}
