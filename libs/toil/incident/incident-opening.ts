import { Injectable } from '@nestjs/common';
import { Clock, Ids, type Tx } from '#platform';
import { Incident } from './incident.entity.js';
import { IncidentRepository } from './incident.repository.js';
import { LifeKeeper } from './life-keeper.js';

/** What an incident begins with. */
export interface Opening {
  serviceId: string;
  title: string;
  severity: number;
  at: Date;
  source: string;
  externalId: string | null;
  deliveryScope: string;
  deliveryId: string | null;
  personId: string | null;
  handsOnMinutes: number | null;
}

/** Makes the row of a new incident with its first event, and takes in the events that came before it. */
@Injectable()
export class IncidentOpening {
  constructor(
    private readonly incidents: IncidentRepository,
    private readonly keeper: LifeKeeper,
    private readonly clock: Clock,
    private readonly ids: Ids,
  ) {}

  async open(tx: Tx, opening: Opening): Promise<Incident> {
    const { serviceId, title, severity, at, source, externalId } = opening;
    const now = this.clock.now();
    const incident = tx.create(Incident, {
      id: this.ids.next('inc'),
      number: await this.incidents.nextNumber(tx),
      ...{ serviceId, title, severity, source, externalId },
      status: 'OPEN',
      openedAt: at,
      acknowledgedAt: null,
      resolvedAt: null,
      reopenCount: 0,
      life: {},
      lastEventAt: at,
      seenAt: null,
      mergedInto: null,
      verdict: null,
      stepsTaken: null,
      createdAt: now,
      changedAt: now,
      version: 0,
    });
    await tx.insert(Incident, incident as never);
    const { deliveryScope, deliveryId, personId, handsOnMinutes } = opening;
    await this.incidents.addEvent(tx, {
      ...{ id: this.ids.next('ice'), incidentId: incident.id, source, externalId, at, type: 'OPENED' },
      ...{ deliveryScope, deliveryId, personId, handsOnMinutes, recordedAt: now },
      correctionReason: null,
    });
    await this.incidents.adoptWaiting(tx, incident);
    return this.keeper.retell(tx, incident);
  }
}
