import { Injectable } from '@nestjs/common';
import type { Tx } from '#platform';
import { Organizations } from '../organization/organizations.js';
import { PersonZones } from '../person/person-zones.js';
import { INCIDENT_MODES } from '../report/interval.js';
import { addDays, daysBetween } from '../time/zone.rules.js';
import { type FreshWeek, RollupRepository, type WeekKey } from './rollup.repository.js';
import { WeekMaker } from './week-maker.js';

/** Any number that all our processes share for this purpose. */
const REBUILD_LOCK = 8_243_513;

/** Stale weeks closer than this are read in one go. */
const GAP_DAYS = 28;

/** Brings roll-ups up to the facts, a batch of person-weeks at a time. */
@Injectable()
export class RollupKeeper {
  private readonly rollups = new RollupRepository();
  private readonly zones = new PersonZones();

  constructor(
    private readonly maker: WeekMaker,
    private readonly organizations: Organizations,
  ) {}

  /** Refreshes up to `count` stale weeks; answers how many it took. Void roll-ups are marked anew first. */
  async refresh(tx: Tx, count = 2000): Promise<number> {
    const organization = await this.organizations.current(tx);
    if (!(await this.rollups.holds(tx, organization, true))) {
      await tx.query('select pg_advisory_xact_lock($1)', [REBUILD_LOCK]);
      if (!(await this.rollups.holds(tx, organization))) await this.rollups.void(tx, organization);
      return count;
    }
    const stale = await this.rollups.takeStale(tx, count);
    if (stale.length === 0) return 0;
    const fresh: FreshWeek[] = [];
    const zones = await this.zones.histories(tx);
    for (const group of groupedByReach(stale)) {
      const personIds = [...new Set(group.map((key) => key.personId))];
      const [from, to] = [group[0]!.week, addDays(group.at(-1)!.week, 7)];
      const everything = { runningTo: null, knownBy: null, modes: INCIDENT_MODES };
      const made = await this.maker.make(tx, zones, { personIds, from, to, ...everything });
      for (const key of group) {
        const end = addDays(key.week, 7);
        const { weeks, capped } = made.get(key.personId) ?? { weeks: new Map(), capped: [] };
        fresh.push({
          ...key,
          cells: weeks.get(key.week) ?? [],
          capped: capped.filter(([, date]) => date >= key.week && date < end),
        });
      }
    }
    await this.rollups.store(tx, fresh);
    return stale.length;
  }

  /** Adds up what refreshes left in pieces. */
  compact(tx: Tx): Promise<void> {
    return this.rollups.compact(tx);
  }
}

// Weeks far apart are read apart: one query over years for two single weeks would read everything between them.
function groupedByReach(keys: WeekKey[]): WeekKey[][] {
  const groups: WeekKey[][] = [];
  let last: WeekKey | null = null;
  for (const key of keys.toSorted((a, b) => (a.week < b.week ? -1 : a.week > b.week ? 1 : 0))) {
    if (last === null || daysBetween(last.week, key.week) > GAP_DAYS) groups.push([]);
    groups.at(-1)?.push(key);
    last = key;
  }
  return groups;
}
