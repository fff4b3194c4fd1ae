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

/** Exact seconds by date. */
export type DaySeconds = Map<string, Rational>;

/** Toil of a service day by day, as the report counts it (person view, engaged time, the organisation's attribution). */
@Injectable()
export class DailyToil {
  constructor(
    private readonly rollups: RollupReader,
    private readonly organizations: Organizations,
    private readonly clock: Clock,
  ) {}

  /** Exact seconds of toil for each date in [from, to) that has any. */
  async byDay(tx: Tx, serviceId: string, from: string, to: string): Promise<DaySeconds> {
    return (await this.byServiceAndDay(tx, [serviceId], from, to)).get(serviceId) ?? new Map();
  }

  /** The same for several services, read at once. */
  async byServiceAndDay(
    tx: Tx,
    serviceIds: string[],
    from: string,
    to: string,
  ): Promise<Map<string, DaySeconds>> {
    return this.daily(tx, serviceIds, from, to, (time) => time.toil);
  }

  /** Exact seconds of engineering for each date in [from, to) that has any. */
  async engineeringByDay(tx: Tx, serviceId: string, from: string, to: string): Promise<DaySeconds> {
    const found = await this.daily(tx, [serviceId], from, to, (time) => time.engineering);
    return found.get(serviceId) ?? new Map();
  }

  private async daily(
    tx: Tx,
    serviceIds: string[],
    from: string,
    to: string,
    unitsOf: (time: SlotTime) => bigint,
  ): Promise<Map<string, DaySeconds>> {
    if (to <= from) return new Map();
    const organization = await this.organizations.current(tx);
    const frame = dayFrame(from, to, organization.reportingZone);
    const counted = await this.rollups.services(tx, organization, {
      ...PLAIN,
      attribution: settingsOf(organization).attribution,
      days: frame,
      slotStarts: frame.starts.slice(0, -1).map((_, day) => addDays(from, day)),
      serviceIds,
      asOf: this.clock.now(),
    });
    const secondsByDay = (times: SlotTime[]): DaySeconds =>
      new Map(
        times.flatMap((time, day) => {
          const units = unitsOf(time);
          return units === 0n ? [] : [[addDays(from, day), Rational.of(units, UNITS_PER_SECOND)] as const];
        }),
      );
    return new Map([...counted.services].map(([serviceId, times]) => [serviceId, secondsByDay(times)]));
  }
}

const PLAIN = {
  view: 'PERSON',
  mode: 'ENGAGED',
  timeBand: null,
  knownBy: null,
  cutAt: null,
} as const;
