import { Injectable } from '@nestjs/common';
import { Clock, Ids, Refusal, type Tx } from '#platform';
import { InferredDrafts } from '../capture/inferred-drafts.js';
import { inferHandsOn } from '../incident/hands-on.rules.js';
import type { WorkSource } from '../work/work-entry.columns.js';
import type { Activity } from './activity.entity.js';
import { ActivityRepository } from './activity.repository.js';

/** One sign that a person was at work, all of it found already. */
export interface Sign {
  personId: string;
  serviceId: string | null;
  incidentId: string | null;
  source: WorkSource;
  externalId?: string | null;
  note?: string | null;
  at: Date;
}

const DAY = 86_400_000;
const SKEW_MS = 60_000;

/** Keeps signs of activity, and makes stretches of work out of those that belong to no incident. */
@Injectable()
export class Activities {
  constructor(
    private readonly activities: ActivityRepository,
    private readonly drafts: InferredDrafts,
    private readonly clock: Clock,
    private readonly ids: Ids,
  ) {}

  /** Adds a sign; the same (source, externalId) again changes nothing. Signs within 20 minutes are one draft. */
  async add(tx: Tx, sign: Sign): Promise<{ duplicate: boolean }> {
    const now = this.clock.now();
    if (sign.at.getTime() > now.getTime() + SKEW_MS)
      throw new Refusal('INVALID_INPUT', 'Activity in the future cannot be told yet.', ['input', 'at']);
    await this.activities.claim(tx, sign.personId);
    const activity: Activity = {
      ...{ externalId: null, note: null, ...sign },
      id: this.ids.next('act'),
      recordedAt: now,
    };
    if (!(await this.activities.add(tx, activity))) return { duplicate: true };
    if (sign.incidentId === null) await this.infer(tx, activity);
    return { duplicate: false };
  }

  // Whole chains of signs: two days to each side, of which the day next to the sign is kept in step.
  private async infer(tx: Tx, { personId, serviceId, at }: Activity): Promise<void> {
    const shift = (days: number): Date => new Date(at.getTime() + days * DAY);
    const signs = await this.activities.around(tx, { personId, serviceId }, shift(-2), shift(2));
    const within = { startMs: shift(-1).getTime(), endMs: shift(1).getTime() };
    const stretches = inferHandsOn(signs.map((sign) => sign.at.getTime())).flatMap(({ start, end }) => {
      const first = signs.find((sign) => sign.at.getTime() === start);
      if (!first || end === null || end <= within.startMs || start >= within.endMs) return [];
      const { source, note } = first;
      return { personId, serviceId, workClass: null, source, note, startMs: start, endMs: end };
    });
    await this.drafts.keep(tx, `activity ${personId} ${serviceId ?? ''}`, stretches, within);
  }
}
