import { Injectable } from '@nestjs/common';
import { Clock, type Tx } from '#platform';
import { Rational } from '../automation/rational.rules.js';
import type { Organization } from '../organization/organization.entity.js';
import { Organizations } from '../organization/organizations.js';
import { settingsOf } from '../organization/settings.rules.js';
import { UNITS_PER_SECOND } from '../report/cell.rules.js';
import { type DayFrame, dayFrame, frameStart } from '../report/frame.rules.js';
import { type SlotTime, type Tally, tally } from '../report/tally.rules.js';
import { TimeFacts } from '../report/time-facts.js';
import { RollupReader } from '../rollup/rollup-reader.js';
import { addDays } from '../time/zone.rules.js';

/** Toil of a service day by day, as the report counts it (person view, engaged time, the organisation's attribution). */
@Injectable()
export class DailyToil {
  constructor(
    private readonly rollups: RollupReader,
    private readonly facts: TimeFacts,
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
    const counted =
      (await this.fromRollups(tx, organization, frame)) ?? (await this.fromFacts(tx, organization, frame));
    for (const [day, time] of (counted.services.get(serviceId) ?? []).entries()) {
      const units = unitsOf(time);
      if (units !== 0n) days.set(addDays(from, day), Rational.of(units, UNITS_PER_SECOND));
    }
    return days;
  }

  private fromRollups(tx: Tx, organization: Organization, days: DayFrame): Promise<Tally | null> {
    const slotStarts = days.starts.slice(0, -1).map((_, day) => addDays(days.from, day));
    const { attribution, incidents } = settingsOf(organization);
    const { capHours } = incidents;
    const laidOut = { ...PLAIN, attribution, days, slotStarts, slotOf: slotOfDay(days), capHours };
    return this.rollups.services(tx, organization, { ...laidOut, asOf: this.clock.now() });
  }

  private async fromFacts(tx: Tx, organization: Organization, days: DayFrame): Promise<Tally> {
    const { attribution } = settingsOf(organization);
    const asOf = this.clock.now();
    const items = await this.facts.items(tx, { frame: days, mode: PLAIN.mode, asOf, knownBy: null });
    // Without a time band asked for, where the bands lie does not matter.
    const bands = [{ fromMs: frameStart(days), band: 'BUSINESS' as const }];
    const slots = days.starts.length - 1;
    return tally(items, {
      ...PLAIN,
      attribution,
      days,
      bandsOf: () => bands,
      slotOf: slotOfDay(days),
      slots,
    });
  }
}

const PLAIN = { view: 'PERSON', mode: 'ENGAGED', timeBand: null } as const;

// A week that is made afresh also holds the days after the range.
const slotOfDay =
  (days: DayFrame) =>
  (day: number): number =>
    day < days.starts.length - 1 ? day : -1;
