import { Injectable } from '@nestjs/common';
import { type Caller, Idempotency, refuseIfAny, type Tx } from '#platform';
import { Directory } from '../directory/directory.js';
import { instantFault } from '../organization/input.rules.js';
import { EventDesk } from './event-desk.js';
import type { Incident } from './incident.entity.js';
import { severityFault, textFault, titleFault } from './incident.errors.js';
import { IncidentRepository } from './incident.repository.js';
import { IncidentOpening } from './incident-opening.js';

/** What somebody opens an incident with; service is a key, at defaults to now. */
export interface OpenIncidentInput {
  service: string;
  title: string;
  severity?: number | null;
  at?: Date | null;
  source?: string | null;
  externalId?: string | null;
  idempotencyKey?: string | null;
}

const DEFAULT_SEVERITY = 3;

/** Opens incidents by hand or for another part of the product. */
@Injectable()
export class OpenIncident {
  constructor(
    private readonly opening: IncidentOpening,
    private readonly incidents: IncidentRepository,
    private readonly directory: Directory,
    private readonly idempotency: Idempotency,
    private readonly desk: EventDesk,
  ) {}

  /** Opens it; where an incident of that source and externalId exists already, answers with that one as a duplicate. */
  async open(
    tx: Tx,
    caller: Caller,
    input: OpenIncidentInput,
  ): Promise<{ incident: Incident; duplicate: boolean }> {
    const when = input.at ? instantFault(input.at, this.desk.now(), ['input', 'at']) : [];
    refuseIfAny([...faultsOf(input), ...when]);
    let duplicate = false;
    const id = await this.idempotency.once(tx, 'openIncident', input.idempotencyKey, input, async () => {
      const { id: serviceId } = await this.directory.service(tx, input.service, ['input', 'service']);
      const known = await this.known(tx, input);
      duplicate = known !== null;
      return known ? known.id : this.fresh(tx, caller, input, serviceId);
    });
    const [incident] = await this.incidents.byIds(tx, [id]);
    if (!incident) throw new Error(`incident ${id} vanished`);
    return { incident, duplicate };
  }

  private async known(tx: Tx, { source, externalId }: OpenIncidentInput): Promise<Incident | null> {
    if (!externalId) return null;
    await this.incidents.claimOrigin(tx, source ?? '', externalId);
    return this.incidents.byOrigin(tx, source ?? '', externalId);
  }

  private async fresh(tx: Tx, caller: Caller, input: OpenIncidentInput, serviceId: string): Promise<string> {
    const source = input.source ?? '';
    const incident = await this.opening.open(tx, {
      serviceId,
      title: input.title.trim(),
      severity: input.severity ?? DEFAULT_SEVERITY,
      at: input.at ?? this.desk.now(),
      source,
      externalId: input.externalId ?? null,
      deliveryScope: `source:${source}`,
      deliveryId: null,
      personId: null,
      handsOnMinutes: null,
    });
    await this.desk.opened(tx, caller, incident);
    return incident.id;
  }
}

function faultsOf(input: OpenIncidentInput) {
  return [
    titleFault(input.title),
    severityFault(input.severity ?? DEFAULT_SEVERITY),
    textFault('source', input.source || null),
    textFault('externalId', input.externalId || null),
  ].filter((fault) => fault !== null);
}
