import { Injectable } from '@nestjs/common';
import { type Caller, refuseIfAny, type Tx } from '#platform';
import { EventDesk } from './event-desk.js';
import { Incident, type IncidentVerdict } from './incident.entity.js';
import { noSuchIncident, textFault } from './incident.errors.js';
import { IncidentRepository } from './incident.repository.js';

/** The two questions after an incident; what is left out stays as it is. */
export interface ReviewIncidentInput {
  incident: string;
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
  ) {}

  async review(tx: Tx, caller: Caller, input: ReviewIncidentInput): Promise<Incident> {
    refuseIfAny([textFault('stepsTaken', input.stepsTaken, LONGEST_STEPS)].filter((fault) => fault !== null));
    const incident = await this.incidents.locked(tx, input.incident);
    if (!incident) throw noSuchIncident(input.incident);
    const before = { verdict: incident.verdict, stepsTaken: incident.stepsTaken };
    const after = {
      verdict: input.verdict ?? incident.verdict,
      stepsTaken: input.stepsTaken ?? incident.stepsTaken,
    };
    await tx.update(Incident, { id: incident.id }, after);
    await this.desk.changed(tx, caller, 'incident.review', incident.id, before, after);
    return { ...incident, ...after };
  }
}
