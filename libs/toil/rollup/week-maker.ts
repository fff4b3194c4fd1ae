import { Injectable } from '@nestjs/common';
import type { Tx } from '#platform';
import { ORGANIZATION_ID, Organization } from '../organization/organization.entity.js';
import { settingsOf } from '../organization/settings.rules.js';
import { PersonZones } from '../person/person-zones.js';
import { attributePerson, attributeTickets } from '../report/attribution.rules.js';
import type { CellSheet } from '../report/cell.rules.js';
import { dayFrame, frameEnd, frameStart, type PersonFrame } from '../report/frame.rules.js';
import {
  INCIDENT_MODES,
  type IncidentMode,
  isClocked,
  type ToilView,
  type WorkItem,
} from '../report/interval.js';
import { TimeFacts } from '../report/time-facts.js';
import { addDays } from '../time/zone.rules.js';
import { type WeekCell, weeksOfSheets } from './week-cell.rules.js';

/** One person's weeks, freshly made from the facts. */
export interface MadeWeeks {
  /** By Monday; weeks without time are absent. */
  weeks: Map<string, WeekCell[]>;
  cappedDates: string[];
  /** Services with time that is still running. */
  running: string[];
}

/** Makes person-weeks from the facts, with the same functions that reports use. */
@Injectable()
export class WeekMaker {
  private readonly zones = new PersonZones();

  constructor(private readonly facts: TimeFacts) {}

  /** The weeks of people from one Monday to another. Running work is left out, or counted to `runningTo`. */
  async make(
    tx: Tx,
    personIds: string[],
    from: string,
    to: string,
    runningTo: Date | null,
    modes: readonly IncidentMode[] = INCIDENT_MODES,
  ): Promise<Map<string, MadeWeeks>> {
    const organization = await tx.findOneByOrFail(Organization, { id: ORGANIZATION_ID });
    const days = dayFrame(from, to, organization.reportingZone);
    const hours = settingsOf(organization).bandHours;
    const bandsOf = await this.zones.bands(tx, days.zone, frameStart(days), frameEnd(days), hours);
    const question = { frame: days, asOf: runningTo ?? new Date(frameEnd(days)), knownBy: null, personIds };
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

  /** The Monday after the last week that `weeks` holds. */
  static endOf(weeks: Iterable<string>): string {
    return addDays([...weeks].sort().at(-1)!, 7);
  }
}

function madeWeeks(
  own: WorkItem[],
  incidents: [IncidentMode, WorkItem[]][],
  frame: PersonFrame,
  from: string,
): MadeWeeks {
  const sheets: [ToilView, IncidentMode, CellSheet][] = [];
  const running = new Set<string>();
  const capped = new Set<number>();
  let plain: CellSheet[] | null = null;
  for (const [mode, items] of incidents) {
    const all = [...own, ...items];
    for (const item of all) if (isClocked(item) && item.running) running.add(item.serviceId ?? '');
    // Without incidents the modes do not differ.
    let pair: CellSheet[] | null = items.length === 0 ? plain : null;
    pair ??= [attributePerson(all, frame), attributeTickets(all, frame)];
    if (items.length === 0) plain = pair;
    sheets.push(['PERSON', mode, pair[0]!], ['TICKET', mode, pair[1]!]);
    for (const day of pair[0]!.cappedDays) capped.add(day);
  }
  const cappedDates = [...capped].sort((a, b) => a - b).map((day) => addDays(from, day));
  return { weeks: weeksOfSheets(sheets, from), cappedDates, running: [...running] };
}

function byPerson(items: WorkItem[]): Map<string, WorkItem[]> {
  const people = new Map<string, WorkItem[]>();
  for (const item of items) {
    const own = people.get(item.personId);
    if (own) own.push(item);
    else people.set(item.personId, [item]);
  }
  return people;
}
