import { Injectable } from '@nestjs/common';
import { type Caller, Refusal, refuseIfAny, type Tx } from '#platform';
import { Directory } from '../directory/directory.js';
import { instantFault } from '../organization/input.rules.js';
import type { IncidentEventType } from './event.rules.js';
import { EventDesk } from './event-desk.js';
import type { Incident } from './incident.entity.js';
import { beforeOpening, handsOnFault, noSuchIncident, textFault, titleFault } from './incident.errors.js';
import { IncidentRepository } from './incident.repository.js';
import { IncidentOpening } from './incident-opening.js';
import { LifeKeeper } from './life-keeper.js';

/** One event as it is told: of an incident by id, or by the source's own name for it. person and service are keys. */
export interface IncidentEventInput {
  incident?: string | null;
  source?: string | null;
  externalId?: string | null;
  deliveryId?: string | null;
  type: IncidentEventType;
  at: Date;
  person?: string | null;
  service?: string | null;
  title?: string | null;
  severity?: number | null;
  handsOnMinutes?: number | null;
}

/** incident is null while nobody told of its opening. duplicate: this delivery was recorded before, nothing was written. */
export interface Recorded {
  incident: Incident | null;
  duplicate: boolean;
}

const DEFAULT_SEVERITY = 3;

/** Takes events of incidents in any order, any number of times. */
@Injectable()
export class RecordIncidentEvent {
  constructor(
    private readonly incidents: IncidentRepository,
    private readonly opening: IncidentOpening,
    private readonly keeper: LifeKeeper,
    private readonly directory: Directory,
    private readonly desk: EventDesk,
  ) {}

  async record(tx: Tx, caller: Caller, input: IncidentEventInput): Promise<Recorded> {
    const incident = await this.named(tx, input);
    const deliveryScope = scopeOf(input, incident);
    if (input.deliveryId) {
      const before = await this.incidents.delivered(tx, deliveryScope, input.deliveryId);
      if (before) return { incident: await this.current(tx, before.incidentId), duplicate: true };
    }
    refuseIfAny([...faultsOf(input), ...instantFault(input.at, this.desk.now(), ['input', 'at'])]);
    const personId = input.person
      ? (await this.directory.person(tx, input.person, ['input', 'person'])).id
      : null;
    if (!incident && input.type === 'OPENED') {
      return { incident: await this.open(tx, caller, input, deliveryScope, personId), duplicate: false };
    }
    if (incident && input.type !== 'OPENED' && input.at < incident.openedAt) {
      throw beforeOpening(input.at, incident);
    }
    const event = this.desk.event(input, { incidentId: incident?.id ?? null, deliveryScope, personId });
    if (!(await this.incidents.addEvent(tx, event))) {
      return { incident: await this.current(tx, incident?.id ?? null), duplicate: true };
    }
    if (!incident) return { incident: null, duplicate: false };
    await this.desk.note(tx, caller, incident.id, event);
    return { incident: await this.keeper.retell(tx, incident), duplicate: false };
  }

  private async named(tx: Tx, input: IncidentEventInput): Promise<Incident | null> {
    if (input.incident) {
      const incident = await this.incidents.locked(tx, input.incident);
      if (!incident) throw noSuchIncident(input.incident);
      if (incident.mergedInto) await this.incidents.locked(tx, incident.mergedInto);
      return incident;
    }
    if (!input.externalId) {
      throw new Refusal('INVALID_INPUT', 'Name the incident: by its id, or by source and externalId.', [
        'input',
        'incident',
      ]);
    }
    await this.incidents.claimOrigin(tx, input.source ?? '', input.externalId);
    const incident = await this.incidents.byOrigin(tx, input.source ?? '', input.externalId);
    if (incident?.mergedInto) await this.incidents.locked(tx, incident.mergedInto);
    return incident;
  }

  // What was merged into another incident is answered with that one.
  private async current(tx: Tx, id: string | null): Promise<Incident | null> {
    if (id === null) return null;
    const [incident] = await this.incidents.byIds(tx, [id]);
    return incident?.mergedInto ? this.current(tx, incident.mergedInto) : (incident ?? null);
  }

  private async open(
    tx: Tx,
    caller: Caller,
    input: IncidentEventInput,
    deliveryScope: string,
    personId: string | null,
  ): Promise<Incident> {
    const missing = (['service', 'title'] as const).filter((name) => !input[name]);
    refuseIfAny(
      missing.map(
        (name) =>
          new Refusal('INVALID_INPUT', `OPENED of a new incident needs its ${name}.`, ['input', name]),
      ),
    );
    const { id: serviceId } = await this.directory.service(tx, input.service ?? '', ['input', 'service']);
    const incident = await this.opening.open(tx, {
      ...{ serviceId, deliveryScope, personId, at: input.at },
      title: (input.title ?? '').trim(),
      severity: input.severity ?? DEFAULT_SEVERITY,
      source: input.source ?? '',
      externalId: input.externalId ?? null,
      deliveryId: input.deliveryId || null,
      handsOnMinutes: input.handsOnMinutes ?? null,
    });
    await this.desk.opened(tx, caller, incident);
    return incident;
  }
}

// Without a source, the delivery id is unique within the incident that it names.
function scopeOf({ source, externalId }: IncidentEventInput, incident: Incident | null): string {
  const named = source || incident?.source;
  if (named) return `source:${named}`;
  const foreign = externalId || incident?.externalId;
  return foreign ? `external:${foreign}` : `incident:${incident?.id}`;
}

function faultsOf(input: IncidentEventInput): Refusal[] {
  const needsPerson = input.type === 'JOINED' || input.type === 'LEFT';
  return [
    titleFault(input.title),
    textFault('source', input.source || null),
    textFault('externalId', input.externalId || null),
    textFault('deliveryId', input.deliveryId || null),
    handsOnFault(input.handsOnMinutes, input.person),
    needsPerson && !input.person
      ? new Refusal('INVALID_INPUT', `${input.type} is about a person: name them.`, ['input', 'person'])
      : null,
  ].filter((fault) => fault !== null);
}
