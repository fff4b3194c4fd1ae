import { Injectable } from '@nestjs/common';
import { Clock, type Tx } from '#platform';
import { Rational } from '../automation/rational.rules.js';
import { Organizations } from '../organization/organizations.js';
import { settingsOf } from '../organization/settings.rules.js';
import { UNITS_PER_SECOND } from '../report/cell.rules.js';
import { dayFrame } from '../report/frame.rules.js';
import type { SlotTime } from '../report/tally.rules.js';
import { RollupReader } from '../rollup/rollup-reader.js';
import { addDays } from '../time/zone.rules.js';

/** Toil of a service day by day, as the report counts it (person view, engaged time, the organisation's attribution). */
@Injectable()
export class DailyToil {
  constructor(
    private readonly rollups: RollupReader,
    private readonly organizations: Organizations,
    private readonly clock: Clock,
  ) {}

  /** Exact seconds for each date in [from, to) that has any. */
  async byDay(tx: Tx, serviceId: string, from: string, to: string): Promise<Map<string, Rational>> {
    return this.daily(tx, serviceId, from, to, (time) => time.toil);
  }

  /** The same for engineering. */
  async engineeringByDay(
    tx: Tx,
    serviceId: string,
    from: string,
    to: string,
  ): Promise<Map<string, Rational>> {
    return this.daily(tx, serviceId, from, to, (time) => time.engineering);
  }

  private async daily(
    tx: Tx,
    serviceId: string,
    from: string,
    to: string,
    unitsOf: (time: SlotTime) => bigint,
  ): Promise<Map<string, Rational>> {
    const days = new Map<string, Rational>();
    if (to <= from) return days;
    const organization = await this.organizations.current(tx);
    const frame = dayFrame(from, to, organization.reportingZone);
    const counted = await this.rollups.services(tx, organization, {
      ...PLAIN,
      attribution: settingsOf(organization).attribution,
      days: frame,
      slotStarts: frame.starts.slice(0, -1).map((_, day) => addDays(from, day)),
      serviceIds: [serviceId],
      asOf: this.clock.now(),
    });
    for (const [day, time] of (counted.services.get(serviceId) ?? []).entries()) {
      const units = unitsOf(time);
      if (units !== 0n) days.set(addDays(from, day), Rational.of(units, UNITS_PER_SECOND));
    }
    return days;
  }
}

const PLAIN = {
  view: 'PERSON',
  mode: 'ENGAGED',
  timeBand: null,
  knownBy: null,
  cutAt: null,
} as const;
