import { Injectable } from '@nestjs/common';
import { In, IsNull, LessThan, LessThanOrEqual, Not } from 'typeorm';
import type { Tx } from '#platform';
import type { Activity } from '../activity/activity.entity.js';
import { ActivityRepository } from '../activity/activity.repository.js';
import { Organizations } from '../organization/organizations.js';
import { type ClockedItem, INCIDENT_MODES, type IncidentMode } from '../report/interval.js';
import { WorkMarks } from '../rollup/work-marks.js';
import type { LifeEvent, Stretch } from './event.rules.js';
import { livesOfFamily } from './family.rules.js';
import type { IncidentLife } from './fold.rules.js';
import { type WorkSign, withInference } from './hands-on.rules.js';
import { Incident } from './incident.entity.js';
import { IncidentEvent } from './incident-event.entity.js';
import { IncidentTimeRow } from './incident-time.entity.js';
import { byIncident } from './life-events.js';
import { mergeLives } from './merge.rules.js';
import { countsUntil } from './stale.rules.js';
import { incidentTimes } from './tiers.rules.js';

/** Half-open [fromMs, toMs) in epoch milliseconds. */
export interface Span {
  fromMs: number;
  toMs: number;
}

/** The time that incidents took from people, as items of a report. */
@Injectable()
export class IncidentTimes {
  constructor(
    private readonly marks: WorkMarks,
    private readonly organizations: Organizations,
    private readonly activities: ActivityRepository,
  ) {}

  /** Replaces what is known of the incident's time by what its life says. Whole seconds: parts of one are cut off. */
  async rewrite(
    tx: Tx,
    incident: Pick<Incident, 'id' | 'serviceId'>,
    life: IncidentLife | null,
  ): Promise<void> {
    const before = await tx.findBy(IncidentTimeRow, { incidentId: incident.id });
    await tx.delete(IncidentTimeRow, { incidentId: incident.id });
    const after = life ? rowsOf(incident, life) : [];
    if (after.length > 0) await tx.insert(IncidentTimeRow, after);
    await this.marks.touch(tx, [...before, ...after].map(touched));
  }

  /** Everything that touches the span, in the mode asked for; running stretches end at `asOfMs`, forgotten ones before. */
  async items(
    tx: Tx,
    span: Span,
    mode: IncidentMode,
    asOfMs: number,
    without: readonly string[] = [],
  ): Promise<ClockedItem[]> {
    const query = tx
      .createQueryBuilder(IncidentTimeRow, 't')
      .where('t.mode = :mode and t.startedAt < :to', { mode, to: new Date(span.toMs) })
      .andWhere('(t.endedAt > :from or (t.endedAt is null and t.startedAt < :asOf))', {
        from: new Date(span.fromMs),
        asOf: new Date(asOfMs),
      });
    if (without.length > 0) query.andWhere('t.incidentId <> all(:without)', { without });
    const rows = await query.getMany();
    const severities = await severitiesOf(tx, rows);
    const untilOf = await this.runningUntil(tx, rows, asOfMs);
    return rows
      .map((row) => ({
        ...itemOf({ ...row, severity: severities.get(row.incidentId) }),
        ...clocked(row.startedAt.getTime(), row.endedAt?.getTime() ?? null, untilOf(row.incidentId)),
      }))
      .filter((item) => item.endMs > span.fromMs);
  }

  /** The same out of what had been told by then: later events count as not yet known. */
  async itemsKnownBy(tx: Tx, span: Span, mode: IncidentMode, knownBy: Date): Promise<ClockedItem[]> {
    const changed = await this.changedSince(tx, knownBy, span);
    const roots = changed.map((incident) => incident.mergedInto ?? incident.id);
    return [
      ...(await this.items(tx, span, mode, knownBy.getTime(), [...new Set(roots)])),
      ...(await this.foldedKnownBy(tx, span, mode, knownBy, changed)),
    ];
  }

  /** Of whom, and when, the time in incidents is or was another one than what had been told by then says. */
  async movedSince(tx: Tx, span: Span, mode: IncidentMode, knownBy: Date): Promise<ClockedItem[]> {
    const changed = await this.changedSince(tx, knownBy, span);
    if (changed.length === 0) return [];
    const ids = new Set(changed.map((incident) => incident.id));
    const now = await this.items(tx, span, mode, knownBy.getTime());
    return [
      ...now.filter((item) => ids.has(item.refId)),
      ...(await this.foldedKnownBy(tx, span, mode, knownBy, changed)),
    ];
  }

  // Whole families: the life of one is told by the events of all. Whoever was changed without an event is folded in vain.
  private async changedSince(tx: Tx, knownBy: Date, { toMs }: Span): Promise<Incident[]> {
    const roots = await tx
      .createQueryBuilder(Incident, 'i')
      .select('distinct coalesce(i.mergedInto, i.id)', 'root')
      .where('i.changedAt > :knownBy and i.openedAt < :to', { knownBy, to: new Date(toMs) })
      .getRawMany<{ root: string }>();
    if (roots.length === 0) return [];
    const ids = roots.map(({ root }) => root);
    return tx.find(Incident, { where: [{ id: In(ids) }, { mergedInto: In(ids) }] });
  }

  private async foldedKnownBy(
    tx: Tx,
    span: Span,
    mode: IncidentMode,
    knownBy: Date,
    changed: readonly Incident[],
  ): Promise<ClockedItem[]> {
    if (changed.length === 0) return [];
    const ids = changed.map((incident) => incident.id);
    const events = await tx.findBy(IncidentEvent, {
      incidentId: In(ids),
      recordedAt: LessThanOrEqual(knownBy),
    });
    const signs = signsByIncident(await this.activities.ofIncidents(tx, ids, knownBy));
    const { incidents: policy } = await this.organizations.settings(tx);
    const incidents = new Map(changed.map((one) => [one.id, one]));
    const families = new Map<string, Map<string, LifeEvent[]>>();
    for (const [id, own] of byIncident(events)) {
      const root = incidents.get(id)?.mergedInto ?? id;
      families.set(root, (families.get(root) ?? new Map<string, LifeEvent[]>()).set(id, own));
    }
    return [...families].flatMap(([id, family]) => {
      const merged = mergeLives([...livesOfFamily(family).values()]);
      const incident = incidents.get(id);
      if (!merged || !incident) return [];
      const own = [...family.keys()].flatMap((member) => signs.get(member) ?? []);
      const life = withInference(merged, own);
      const lastEventAt = new Date(Math.max(...[...[...family.values()].flat(), ...own].map(({ at }) => at)));
      const until = countsUntil({ lastEventAt, seenAt: incident.seenAt }, policy, knownBy.getTime());
      return itemsOf(incident, life, span, mode, until);
    });
  }

  /** The numbers of open incidents in the span (of some services; null: of all) whose time stopped counting, because nobody said anything for long. */
  async forgotten(tx: Tx, span: Span, asOfMs: number, services: string[] | null): Promise<number[]> {
    const { incidents: policy } = await this.organizations.settings(tx);
    const open = await tx.find(Incident, {
      where: {
        status: Not('RESOLVED'),
        mergedInto: IsNull(),
        openedAt: LessThan(new Date(span.toMs)),
        ...(services && { serviceId: In(services) }),
      },
      order: { number: 'ASC' },
    });
    return open
      .filter(
        (incident) =>
          countsUntil(incident, policy, Math.min(asOfMs, span.toMs)) < Math.min(asOfMs, span.toMs),
      )
      .filter((incident) => countsUntil(incident, policy, asOfMs) > span.fromMs)
      .map((incident) => incident.number);
  }

  private async runningUntil(
    tx: Tx,
    rows: readonly IncidentTimeRow[],
    asOfMs: number,
  ): Promise<(incidentId: string) => number> {
    const ids = [...new Set(rows.filter((row) => row.endedAt === null).map((row) => row.incidentId))];
    if (ids.length === 0) return () => asOfMs;
    const { incidents: policy } = await this.organizations.settings(tx);
    const incidents = await tx.findBy(Incident, { id: In(ids) });
    const until = new Map(incidents.map((one) => [one.id, countsUntil(one, policy, asOfMs)]));
    return (incidentId) => until.get(incidentId) ?? asOfMs;
  }
}

function signsByIncident(activities: readonly Activity[]): Map<string, WorkSign[]> {
  const signs = new Map<string, WorkSign[]>();
  for (const { incidentId, personId, at } of activities) {
    if (incidentId === null) continue;
    const own = signs.get(incidentId) ?? [];
    signs.set(incidentId, own);
    own.push({ person: personId, at: at.getTime() });
  }
  return signs;
}

function rowsOf(incident: Pick<Incident, 'id' | 'serviceId'>, life: IncidentLife): IncidentTimeRow[] {
  const { id: incidentId, serviceId } = incident;
  return INCIDENT_MODES.flatMap((mode) =>
    incidentTimes(life, mode)
      .flatMap(({ person: personId, tier, stretches }) =>
        stretches.map((stretch) => ({ personId, tier, ...wholeSeconds(stretch) })),
      )
      .map((row, position) => ({ ...row, mode, position, incidentId, serviceId })),
  );
}

const touched = (row: IncidentTimeRow) => ({
  personId: row.personId ?? unknownPerson(row.incidentId),
  startMs: row.startedAt.getTime(),
  endMs: row.endedAt?.getTime() ?? null,
});

// One for each incident: two incidents that nobody answered do not overlap in anybody's time.
const unknownPerson = (incidentId: string): string => `incident:${incidentId}`;

function itemsOf(
  incident: Incident,
  life: IncidentLife,
  span: Span,
  mode: IncidentMode,
  asOfMs: number,
): ClockedItem[] {
  return incidentTimes(life, mode)
    .flatMap(({ person, tier, stretches }) =>
      stretches.map((stretch) => ({
        ...itemOf({ ...incident, incidentId: incident.id, personId: person, tier }),
        ...clocked(cut(stretch.start), stretch.end === null ? null : cut(stretch.end), asOfMs),
      })),
    )
    .filter((item) => item.startMs < span.toMs && item.endMs > span.fromMs)
    .filter((item) => !item.running || item.startMs < asOfMs);
}

async function severitiesOf(tx: Tx, rows: IncidentTimeRow[]): Promise<Map<string, number>> {
  if (rows.length === 0) return new Map();
  const found: Pick<Incident, 'id' | 'severity'>[] = await tx.query(
    'select id, severity from incident where id = any($1)',
    [[...new Set(rows.map((row) => row.incidentId))]],
  );
  return new Map(found.map(({ id, severity }) => [id, severity]));
}

type Answered = Pick<IncidentTimeRow, 'incidentId' | 'serviceId' | 'personId' | 'tier'> & {
  severity: number | undefined;
};

const itemOf = (row: Answered) => ({
  personId: row.personId ?? unknownPerson(row.incidentId),
  serviceId: row.serviceId,
  workClass: 'TOIL' as const,
  source: 'INCIDENT' as const,
  tier: row.tier,
  refId: row.incidentId,
  severity: row.severity,
});

const clocked = (startMs: number, endMs: number | null, asOfMs: number) => ({
  startMs,
  endMs: endMs ?? Math.max(startMs, cut(asOfMs)),
  running: endMs === null,
});

const cut = (ms: number): number => Math.floor(ms / 1000) * 1000;

const wholeSeconds = ({ start, end }: Stretch) => ({
  startedAt: new Date(cut(start)),
  endedAt: end === null ? null : new Date(cut(end)),
});
