import { Injectable } from '@nestjs/common';
import { Clock, type Tx } from '#platform';
import { Rational } from '../automation/rational.rules.js';
import { IncidentTimes } from '../incident/incident-times.js';
import { ORGANIZATION_ID, Organization } from '../organization/organization.entity.js';
import { attributePerson } from '../report/attribution.rules.js';
import { UNITS_PER_SECOND } from '../report/cell.rules.js';
import { type DayFrame, dayFrame, frameEnd, frameStart } from '../report/frame.rules.js';
import type { WorkItem } from '../report/interval.js';
import { addDays, dateOf } from '../time/zone.rules.js';

interface EntryRow {
  id: string;
  person_id: string;
  service_id: string | null;
  start_at: Date | null;
  end_at: Date | null;
  on_date: string | null;
  duration_seconds: number;
  amended: string | null;
}

/** Toil of a service day by day, as the report counts it (person view, engaged time, equal split). */
@Injectable()
export class DailyToil {
  constructor(
    private readonly incidents: IncidentTimes,
    private readonly clock: Clock,
  ) {}

  /** Exact seconds for each date in [from, to) that has any. */
  async byDay(tx: Tx, serviceId: string, from: string, to: string): Promise<Map<string, Rational>> {
    const days = new Map<string, Rational>();
    if (to <= from) return days;
    const { reportingZone: zone } = await tx.findOneByOrFail(Organization, { id: ORGANIZATION_ID });
    const frame = dayFrame(from, to, zone);
    const bands = [{ fromMs: frameStart(frame), band: 'BUSINESS' as const }];
    for (const items of byPerson(await this.items(tx, frame))) {
      if (!items.some((item) => item.serviceId === serviceId)) continue;
      for (const cell of attributePerson(items, { days: frame, bands }).all()) {
        if (cell.serviceId !== serviceId || cell.workClass !== 'TOIL') continue;
        const date = addDays(from, cell.day);
        const part = Rational.of(cell.units, UNITS_PER_SECOND);
        days.set(date, (days.get(date) ?? Rational.of(0)).plus(part));
      }
    }
    return days;
  }

  // Only toil: no other class can take time away from it.
  private async items(tx: Tx, frame: DayFrame): Promise<WorkItem[]> {
    const fromMs = frameStart(frame);
    const toMs = frameEnd(frame);
    const now = this.clock.now().getTime();
    const rows: EntryRow[] = await tx.query(
      `select e.id, e.person_id, e.service_id, e.start_at, e.end_at, to_char(e.on_date, 'YYYY-MM-DD') as on_date, e.duration_seconds,
              (select sum(a.delta_seconds) from work_amendment a where a.entry_id = e.id) as amended
         from work_entry e
        where not e.deleted and e.work_class = 'TOIL'
          and (e.start_at < $2 and e.end_at > $1 or e.on_date >= $3::date and e.on_date < $4::date)`,
      [new Date(fromMs), new Date(toMs), frame.from, frame.to],
    );
    return [
      ...rows.flatMap((row) => itemsOf(row, frame)),
      ...(await this.incidents.items(tx, { fromMs, toMs }, 'ENGAGED', now)),
    ];
  }
}

function itemsOf(row: EntryRow, frame: DayFrame): WorkItem[] {
  const shared = {
    personId: row.person_id,
    serviceId: row.service_id,
    workClass: 'TOIL',
    tier: null,
    refId: row.id,
  } as const;
  const clocked =
    row.start_at && row.end_at ? { startMs: row.start_at.getTime(), endMs: row.end_at.getTime() } : null;
  const date = row.on_date ?? dateOf(clocked?.startMs ?? 0, frame.zone);
  const items: WorkItem[] = [];
  if (clocked) items.push({ ...shared, ...clocked, source: 'ENTRY', running: false });
  else items.push({ ...shared, date, seconds: row.duration_seconds, source: 'ENTRY' });
  const amended = Number(row.amended ?? 0);
  if (amended !== 0) items.push({ ...shared, date, seconds: amended, source: 'AMENDMENT' });
  return items;
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
