import { Injectable } from '@nestjs/common';
import { Clock, type Tx } from '#platform';
import { Rational } from '../automation/rational.rules.js';
import { ORGANIZATION_ID, Organization } from '../organization/organization.entity.js';
import { attributePerson } from '../report/attribution.rules.js';
import { UNITS_PER_SECOND } from '../report/cell.rules.js';
import { dayFrame, frameStart } from '../report/frame.rules.js';
import type { WorkItem } from '../report/interval.js';
import { TimeFacts } from '../report/time-facts.js';
import { addDays } from '../time/zone.rules.js';

/** Toil of a service day by day, as the report counts it (person view, engaged time, equal split). */
@Injectable()
export class DailyToil {
  constructor(
    private readonly facts: TimeFacts,
    private readonly clock: Clock,
  ) {}

  /** Exact seconds for each date in [from, to) that has any. */
  async byDay(tx: Tx, serviceId: string, from: string, to: string): Promise<Map<string, Rational>> {
    const days = new Map<string, Rational>();
    if (to <= from) return days;
    const { reportingZone: zone } = await tx.findOneByOrFail(Organization, { id: ORGANIZATION_ID });
    const frame = dayFrame(from, to, zone);
    const bands = [{ fromMs: frameStart(frame), band: 'BUSINESS' as const }];
    const asOf = this.clock.now();
    const items = await this.facts.items(tx, { frame, mode: 'ENGAGED', asOf, knownBy: null });
    for (const own of byPerson(items)) {
      if (!own.some((item) => item.serviceId === serviceId)) continue;
      for (const cell of attributePerson(own, { days: frame, bands }).all()) {
        if (cell.serviceId !== serviceId || cell.workClass !== 'TOIL') continue;
        const date = addDays(from, cell.day);
        const part = Rational.of(cell.units, UNITS_PER_SECOND);
        days.set(date, (days.get(date) ?? Rational.of(0)).plus(part));
      }
    }
    return days;
  }
}

function byPerson(items: readonly WorkItem[]): Iterable<WorkItem[]> {
  const people = new Map<string, WorkItem[]>();
  for (const item of items) {
    const own = people.get(item.personId) ?? [];
    people.set(item.personId, own);
    own.push(item);
  }
  return people.values();
}
