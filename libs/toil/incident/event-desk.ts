import { Injectable } from '@nestjs/common';
import { AuditTrail, type Caller, Clock, Ids, type Tx } from '#platform';
import type { Incident } from './incident.entity.js';
import type { IncidentEvent } from './incident-event.entity.js';
import type { IncidentEventInput } from './record-incident-event.service.js';

/** Stamps events and incidents: id, time of recording, who told. */
@Injectable()
export class EventDesk {
  constructor(
    private readonly audit: AuditTrail,
    private readonly clock: Clock,
    private readonly ids: Ids,
  ) {}

  now(): Date {
    return this.clock.now();
  }

  event(
    input: IncidentEventInput,
    place: Pick<IncidentEvent, 'incidentId' | 'deliveryScope' | 'personId'>,
  ): IncidentEvent {
    return {
      ...place,
      id: this.ids.next('ice'),
      source: input.source ?? '',
      externalId: input.externalId ?? null,
      deliveryId: input.deliveryId || null,
      type: input.type,
      at: input.at,
      handsOnMinutes: input.handsOnMinutes ?? null,
      correctionReason: null,
      recordedAt: this.clock.now(),
    };
  }

  async note(tx: Tx, caller: Caller, incidentId: string, event: IncidentEvent): Promise<void> {
    const { type, at, personId, handsOnMinutes } = event;
    await this.audit.record(tx, caller, 'incident.event', incidentId, null, {
      type,
      at,
      personId,
      handsOnMinutes,
    });
  }

  async opened(tx: Tx, caller: Caller, incident: Incident): Promise<void> {
    const { serviceId, title, severity, openedAt } = incident;
    await this.audit.record(tx, caller, 'incident.open', incident.id, null, {
      serviceId,
      title,
      severity,
      openedAt,
    });
  }

  async changed(
    tx: Tx,
    caller: Caller,
    action: string,
    id: string,
    before: object,
    after: object,
  ): Promise<void> {
    await this.audit.record(tx, caller, action, id, before, after);
  }
}
