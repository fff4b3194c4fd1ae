import { Injectable } from '@nestjs/common';
import { Clock, type Tx } from '#platform';
import { ActivityRepository } from '../activity/activity.repository.js';
import { livesOfFamily } from './family.rules.js';
import type { IncidentLife } from './fold.rules.js';
import { withInference } from './hands-on.rules.js';
import type { Incident } from './incident.entity.js';
import { IncidentRepository } from './incident.repository.js';
import { IncidentEchoes } from './incident-echoes.js';
import { IncidentTimes } from './incident-times.js';
import { byIncident } from './life-events.js';
import { mergeLives } from './merge.rules.js';

/** Keeps what an incident's rows say in step with its events. */
@Injectable()
export class LifeKeeper {
  constructor(
    private readonly incidents: IncidentRepository,
    private readonly activities: ActivityRepository,
    private readonly times: IncidentTimes,
    private readonly echoes: IncidentEchoes,
    private readonly clock: Clock,
  ) {}

  /** Folds the incident anew (with all that were merged into it) and writes what follows; answers the row as it is now. */
  async retell(tx: Tx, incident: Incident): Promise<Incident> {
    const rootId = incident.mergedInto ?? incident.id;
    const family = await this.incidents.family(tx, rootId);
    const ids = family.map((one) => one.id);
    const events = await this.incidents.events(tx, ids);
    const signs = (await this.activities.ofIncidents(tx, ids)).map(({ personId, at }) => ({
      person: personId,
      at: at.getTime(),
    }));
    const lives = livesOfFamily(byIncident(events));
    const lastEventAt = new Date(Math.max(...[...events, ...signs].map(({ at }) => Number(at))));
    for (const member of family.filter((one) => one.id !== rootId)) {
      await this.write(tx, member, lives.get(member.id) ?? null, { lastEventAt, counts: false });
      await this.echoes.draft(tx, member, null, []);
    }
    const root = family.find((one) => one.id === rootId) ?? incident;
    const merged = mergeLives([...lives.values()]);
    const life = merged && withInference(merged, signs);
    const told = await this.write(tx, root, life, { lastEventAt, counts: true });
    await this.echoes.draft(tx, root, life, signs);
    await this.echoes.changed(tx, root, family);
    return told;
  }

  private async write(tx: Tx, incident: Incident, life: IncidentLife | null, told: Told): Promise<Incident> {
    if (!life) return incident;
    const change = {
      life,
      status: life.status,
      openedAt: new Date(life.openedAt),
      acknowledgedAt: life.acknowledgedAt === null ? null : new Date(life.acknowledgedAt),
      resolvedAt: life.resolvedAt === null ? null : new Date(life.resolvedAt),
      reopenCount: life.reopenCount,
      lastEventAt: told.lastEventAt,
    };
    await this.times.rewrite(tx, incident, told.counts ? life : null);
    return this.incidents.change(tx, incident, change, this.clock.now());
  }
}

interface Told {
  lastEventAt: Date;
  /** Only the one that the others were merged into takes time. */
  counts: boolean;
}
