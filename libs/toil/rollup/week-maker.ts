import { Injectable } from '@nestjs/common';
import type { Tx } from '#platform';
import { Organizations } from '../organization/organizations.js';
import { settingsOf } from '../organization/settings.rules.js';
import { bandsByPerson } from '../person/person-zones.js';
import { attributePerson, attributeTickets } from '../report/attribution.rules.js';
import { dayFrame, frameEnd, frameStart, type PersonFrame } from '../report/frame.rules.js';
import {
  ATTRIBUTIONS,
  type Attribution,
  type ClockedItem,
  type IncidentMode,
  isClocked,
  type ToilView,
  type WorkItem,
} from '../report/interval.js';
import { TimeFacts } from '../report/time-facts.js';
import type { ZonePeriod } from '../time/band.rules.js';
import { addDays } from '../time/zone.rules.js';
import type { CappedDate } from './person-week.entity.js';
import { unitColumn } from './unit-column.rules.js';
import { type SheetOfColumns, type WeekCell, weeksOfSheets } from './week-cell.rules.js';

/** One person's weeks, freshly made from the facts. */
export interface MadeWeeks {
  /** By Monday; weeks without time are absent. */
  weeks: Map<string, WeekCell[]>;
  capped: CappedDate[];
  /** What still runs. */
  running: ClockedItem[];
}

/** Which weeks are made, and of what. */
export interface Making {
  personIds: string[];
  /** Mondays, half-open. */
  from: string;
  to: string;
  /** Running work is counted up to this instant; null: it is left out. */
  runningTo: Date | null;
  /** Only what had been recorded by then; null = everything known now. */
  knownBy: Date | null;
  modes: readonly IncidentMode[];
}

/** Makes person-weeks from the facts, with the same functions that reports use. */
@Injectable()
export class WeekMaker {
  constructor(
    private readonly facts: TimeFacts,
    private readonly organizations: Organizations,
  ) {}

  /** The weeks of people, by person. `zones` are those of everybody (see PersonZones), read once for many weeks. */
  async make(
    tx: Tx,
    zones: Map<string, ZonePeriod[]>,
    { personIds, from, to, runningTo, knownBy, modes }: Making,
  ): Promise<Map<string, MadeWeeks>> {
    const organization = await this.organizations.current(tx);
    const days = dayFrame(from, to, organization.reportingZone);
    const hours = settingsOf(organization).bandHours;
    const bandsOf = bandsByPerson(zones, days.zone, frameStart(days), frameEnd(days), hours);
    const question = { frame: days, asOf: runningTo ?? new Date(frameEnd(days)), knownBy, personIds };
    const logged = byPerson(await this.facts.logged(tx, question));
    const timers = byPerson(runningTo ? await this.facts.timers(tx, question) : []);
    const incidents = new Map<IncidentMode, Map<string, WorkItem[]>>();
    for (const mode of modes) {
      const items = await this.facts.incident(tx, { ...question, mode });
      incidents.set(mode, byPerson(items.filter((item) => runningTo !== null || !item.running)));
    }
    const made = new Map<string, MadeWeeks>();
    for (const personId of personIds) {
      const own = [...(logged.get(personId) ?? []), ...(timers.get(personId) ?? [])];
      const byMode = modes.map((mode): [IncidentMode, WorkItem[]] => [
        mode,
        incidents.get(mode)?.get(personId) ?? [],
      ]);
      made.set(personId, madeWeeks(own, byMode, { days, bands: bandsOf(personId) }, from));
    }
    return made;
  }
}

function madeWeeks(
  own: WorkItem[],
  incidents: [IncidentMode, WorkItem[]][],
  frame: PersonFrame,
  from: string,
): MadeWeeks {
  const sheets: SheetOfColumns[] = [];
  const running = new Set<ClockedItem>();
  const capped: CappedDate[] = [];
  // Without incidents the modes do not differ.
  const alike = incidents.filter(([, items]) => items.length === 0).map(([mode]) => mode);
  const groups: [IncidentMode[], WorkItem[]][] = alike.length > 0 ? [[alike, own]] : [];
  for (const [mode, items] of incidents) if (items.length > 0) groups.push([[mode], [...own, ...items]]);
  for (const [modes, all] of groups) {
    for (const item of all) if (isClocked(item) && item.running) running.add(item);
    const person = attributePerson(all, frame);
    for (const day of person.cappedDays) for (const mode of modes) capped.push([mode, addDays(from, day)]);
    // Where nothing is shared, the attributions do not differ either.
    const others = person.shared ? [] : SHARED;
    sheets.push({ sheet: person, columns: columnsOf('PERSON', modes, ['EQUAL_SPLIT', ...others]) });
    sheets.push({
      sheet: attributeTickets(all, frame),
      columns: columnsOf('TICKET', modes, ['EQUAL_SPLIT']),
    });
    for (const attribution of person.shared ? SHARED : []) {
      const sheet = attributePerson(all, frame, attribution);
      sheets.push({ sheet, columns: columnsOf('PERSON', modes, [attribution]) });
    }
  }
  return { weeks: weeksOfSheets(sheets, from), capped, running: [...running] };
}

const SHARED = ATTRIBUTIONS.filter((attribution) => attribution !== 'EQUAL_SPLIT');

const columnsOf = (view: ToilView, modes: IncidentMode[], attributions: Attribution[]): number[] =>
  modes.flatMap((mode) => attributions.map((attribution) => unitColumn(view, mode, attribution)));

function byPerson(items: WorkItem[]): Map<string, WorkItem[]> {
  const people = new Map<string, WorkItem[]>();
  for (const item of items) {
    const own = people.get(item.personId);
    if (own) own.push(item);
    else people.set(item.personId, [item]);
  }
  return people;
}
