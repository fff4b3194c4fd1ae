import { Injectable } from '@nestjs/common';
import { type Caller, Refusal, type Tx } from '#platform';
import { EventDesk } from './event-desk.js';
import { Incident } from './incident.entity.js';
import { noSuchIncident } from './incident.errors.js';
import { IncidentRepository } from './incident.repository.js';
import { IncidentTimes } from './incident-times.js';
import { LifeKeeper } from './life-keeper.js';

/** Declares incidents to be duplicates of another one. */
@Injectable()
export class MergeIncidents {
  constructor(
    private readonly incidents: IncidentRepository,
    private readonly times: IncidentTimes,
    private readonly keeper: LifeKeeper,
    private readonly desk: EventDesk,
  ) {}

  /** Afterwards the duplicates take no time of their own, and events told of them count for the one they were merged into. */
  async merge(tx: Tx, caller: Caller, input: { into: string; duplicates: string[] }): Promise<Incident> {
    const ids = [...new Set(input.duplicates)].filter((id) => id !== input.into);
    if (ids.length === 0) {
      throw new Refusal('INVALID_INPUT', 'Name at least one other incident.', ['input', 'duplicates']);
    }
    // Locked in the order of their ids, so that two merges never wait for each other.
    const locked = new Map<string, Incident>();
    for (const id of [input.into, ...ids].sort()) {
      const incident = await this.incidents.locked(tx, id);
      if (!incident) throw noSuchIncident(id, ['input', id === input.into ? 'into' : 'duplicates']);
      locked.set(id, incident);
    }
    const root = locked.get(input.into);
    if (!root || root.mergedInto) {
      throw new Refusal('INVALID_TRANSITION', 'This incident was merged into another one itself.', [
        'input',
        'into',
      ]);
    }
    for (const id of ids) await this.fold(tx, caller, id, root.id);
    return this.keeper.retell(tx, root);
  }

  /** What turned out to be the very same incident under two names: its events go over, as if one name had been known. */
  async absorb(tx: Tx, caller: Caller, ids: { into: string; other: string }): Promise<void> {
    const [first, second] = [ids.into, ids.other].sort() as [string, string];
    const locked = [await this.incidents.locked(tx, first), await this.incidents.locked(tx, second)];
    const [root, other] = [ids.into, ids.other].map((id) => locked.find((one) => one?.id === id));
    if (!root || !other || root.mergedInto || other.mergedInto) return;
    await this.incidents.giveEvents(tx, other.id, root.id);
    await this.fold(tx, caller, other.id, root.id);
    await this.keeper.retell(tx, root);
  }

  private async fold(tx: Tx, caller: Caller, id: string, into: string): Promise<void> {
    for (const member of await this.incidents.family(tx, id)) {
      await tx.update(Incident, { id: member.id }, { mergedInto: into });
      await this.times.rewrite(tx, member, null);
    }
    await this.desk.changed(tx, caller, 'incident.merge', id, { mergedInto: null }, { mergedInto: into });
  }
}
