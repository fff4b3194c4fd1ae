import { Injectable } from '@nestjs/common';
import type { Tx } from '#platform';
import { type ClockedItem, INCIDENT_MODES, type IncidentMode } from '../report/interval.js';
import { WorkMarks } from '../rollup/work-marks.js';
import type { Stretch } from './event.rules.js';
import { foldIncident, type IncidentLife } from './fold.rules.js';
import { Incident } from './incident.entity.js';
import { IncidentEvent } from './incident-event.entity.js';
import { IncidentTimeRow } from './incident-time.entity.js';
import { byIncident } from './life-events.js';
import { mergeLives } from './merge.rules.js';
import { incidentTimes } from './tiers.rules.js';

/** Half-open [fromMs, toMs) in epoch milliseconds. */
export interface Span {
  fromMs: number;
  toMs: number;
}

/** The time that incidents took from people, as items of a report. */
@Injectable()
export class IncidentTimes {
  constructor(private readonly marks: WorkMarks) {}

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

  /** Everything that touches the span, in the mode asked for; running stretches end at `asOfMs`. */
  async items(tx: Tx, span: Span, mode: IncidentMode, asOfMs: number): Promise<ClockedItem[]> {
    const rows = await tx
      .createQueryBuilder(IncidentTimeRow, 't')
      .where('t.mode = :mode and t.startedAt < :to', { mode, to: new Date(Math.min(span.toMs, asOfMs)) })
      .andWhere('(t.endedAt is null or t.endedAt > :from)', { from: new Date(span.fromMs) })
      .getMany();
    return rows.map((row) => ({
      ...itemOf(row),
      ...clocked(row.startedAt.getTime(), row.endedAt?.getTime() ?? null, asOfMs),
    }));
  }

  /** The same out of what had been told by then: later events count as not yet known. */
  async itemsKnownBy(tx: Tx, span: Span, mode: IncidentMode, knownBy: Date): Promise<ClockedItem[]> {
    const events = await tx
      .createQueryBuilder(IncidentEvent, 'e')
      .innerJoin(Incident, 'i', 'i.id = e.incidentId')
      .where('e.recordedAt <= :knownBy and i.openedAt < :to', { knownBy, to: new Date(span.toMs) })
      .getMany();
    const lives = new Map<string, IncidentLife[]>();
    const incidents = new Map((await tx.find(Incident)).map((one) => [one.id, one]));
    for (const [id, own] of byIncident(events)) {
      const life = foldIncident(own);
      const root = incidents.get(id)?.mergedInto ?? id;
      if (life) lives.set(root, [...(lives.get(root) ?? []), life]);
    }
    return [...lives].flatMap(([id, parts]) => {
      const life = mergeLives(parts);
      const incident = incidents.get(id);
      return life && incident ? itemsOf(incident, life, span, mode, knownBy.getTime()) : [];
    });
  }
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
        ...itemOf({ incidentId: incident.id, serviceId: incident.serviceId, personId: person, tier }),
        ...clocked(cut(stretch.start), stretch.end === null ? null : cut(stretch.end), asOfMs),
      })),
    )
    .filter((item) => item.startMs < span.toMs && item.endMs > span.fromMs);
}

const itemOf = (row: Pick<IncidentTimeRow, 'incidentId' | 'serviceId' | 'personId' | 'tier'>) => ({
  personId: row.personId ?? unknownPerson(row.incidentId),
  serviceId: row.serviceId,
  workClass: 'TOIL' as const,
  source: 'INCIDENT' as const,
  tier: row.tier,
  refId: row.incidentId,
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
