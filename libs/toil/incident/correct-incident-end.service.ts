import { Injectable } from '@nestjs/common';
import { type Caller, Refusal, refuseIfAny, type Tx } from '#platform';
import { Locks } from '../lock/locks.js';
import { Organizations } from '../organization/organizations.js';
import { EventDesk } from './event-desk.js';
import type { Incident } from './incident.entity.js';
import { beforeOpening, noSuchIncident, staleVersion, textFault } from './incident.errors.js';
import { IncidentRepository } from './incident.repository.js';
import { LifeKeeper } from './life-keeper.js';
import { countsUntil } from './stale.rules.js';

/** When an incident was really over, and how anybody knows. version: the one that was read; null: whatever it is. */
export interface CorrectIncidentEndInput {
  incident: string;
  version?: number | null;
  end: Date;
  reason: string;
}

const LONGEST_REASON = 1000;
/** Clocks of two machines differ by some seconds; that is not yet the future. */
const SKEW_MS = 60_000;

/** Ends forgotten incidents when they were over, and moves ends that were told wrongly. */
@Injectable()
export class CorrectIncidentEnd {
  constructor(
    private readonly incidents: IncidentRepository,
    private readonly keeper: LifeKeeper,
    private readonly locks: Locks,
    private readonly organizations: Organizations,
    private readonly desk: EventDesk,
  ) {}

  /** The segment that holds the instant ends there, whatever end was told for it. What a locked week counted stays. */
  async correct(tx: Tx, caller: Caller, input: CorrectIncidentEndInput): Promise<Incident> {
    refuseIfAny([textFault('reason', input.reason, LONGEST_REASON)].filter((fault) => fault !== null));
    const incident = await this.incidents.lockedRoot(tx, input.incident);
    if (!incident) throw noSuchIncident(input.incident);
    if (input.version && input.version !== incident.version) throw staleVersion(incident);
    this.refuseEnd(input.end, incident);
    const event = this.desk.event(
      { type: 'RESOLVED', at: input.end },
      { incidentId: incident.id, deliveryScope: `incident:${incident.id}`, personId: null },
    );
    await this.incidents.addEvent(tx, { ...event, correctionReason: input.reason.trim() });
    const after = await this.keeper.retell(tx, incident);
    await this.refuseLocked(tx, incident, after);
    await this.desk.changed(tx, caller, 'incident.correctEnd', incident.id, endOf(incident), {
      ...endOf(after),
      end: input.end,
      reason: input.reason.trim(),
    });
    return after;
  }

  private refuseEnd(end: Date, incident: Incident): void {
    const path = ['input', 'end'];
    if (end < incident.openedAt) throw beforeOpening(end, incident, path);
    if (end.getTime() > this.desk.now().getTime() + SKEW_MS)
      throw new Refusal('INVALID_INPUT', 'An incident cannot have ended in the future.', path);
  }

  // Everything between the earliest and the latest end that differ is time that appears or vanishes.
  private async refuseLocked(tx: Tx, before: Incident, after: Incident): Promise<void> {
    const { incidents: policy } = await this.organizations.settings(tx);
    const until = countsUntil(before, policy, this.desk.now().getTime());
    const ends = (incident: Incident) => incident.life.active.map(({ end }) => end ?? until);
    const [old, fresh] = [ends(before), ends(after)];
    const moved = [
      ...old.filter((end) => !fresh.includes(end)),
      ...fresh.filter((end) => !old.includes(end)),
    ];
    if (moved.length === 0) return;
    const span = { startMs: Math.min(...moved), endMs: Math.max(...moved) };
    await this.locks.refuse(tx, span, ['input', 'end']);
  }
}

const endOf = ({ status, resolvedAt }: Incident) => ({ status, resolvedAt });
