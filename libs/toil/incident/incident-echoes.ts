import { Injectable } from '@nestjs/common';
import { Alerts, EventBus, type Tx } from '#platform';
import { InferredDrafts } from '../capture/inferred-drafts.js';
import type { IncidentLife } from './fold.rules.js';
import { confirmable, type WorkSign } from './hands-on.rules.js';
import type { Incident } from './incident.entity.js';
import { staleAlertOf } from './stale.jobs.js';

/** What a change of an incident sets off elsewhere. */
@Injectable()
export class IncidentEchoes {
  constructor(
    private readonly events: EventBus,
    private readonly alerts: Alerts,
    private readonly drafts: InferredDrafts,
  ) {}

  /** Nobody needs to be asked any more whether it is over; everybody who looks at one of the family is told. */
  async changed(tx: Tx, root: Incident, family: readonly Incident[]): Promise<void> {
    const { kind, subject } = staleAlertOf(root);
    await this.alerts.resolve(tx, kind, subject);
    for (const { id } of family) await this.events.publish(tx, 'incident', id);
  }

  /** Keeps the drafts of those who worked on it in step; life null: it was merged, and leaves none of its own. */
  async draft(
    tx: Tx,
    incident: Incident,
    life: IncidentLife | null,
    signs: readonly WorkSign[],
  ): Promise<void> {
    const { id, serviceId, number, title } = incident;
    const stretches = (life ? confirmable(life, signs) : []).map(({ person, start, end }) => ({
      ...{ personId: person, serviceId, startMs: start, endMs: end },
      workClass: 'TOIL' as const,
      source: 'INCIDENT' as const,
      note: `INC-${number} ${title}`,
    }));
    await this.drafts.keep(tx, id, stretches);
  }
}
