import { Injectable } from '@nestjs/common';
import { In, IsNull } from 'typeorm';
import { AuditTrail, type Caller, Clock, Ids, Refusal, refuseIfAny, type Tx } from '#platform';
import { TimeOff } from '../capacity/time-off.entity.js';
import { Directory } from '../directory/directory.js';
import { nameFault } from '../organization/input.rules.js';
import { unknownZone } from '../organization/organizations.js';
import { Person } from '../person/person.entity.js';
import { addDays, dateOf, isZone } from '../time/zone.rules.js';
import { type CalendarDay, type CalendarFault, readCalendar } from './calendar.rules.js';

/** A calendar file to take in. people (keys) and zones say for whom; neither = for everybody. Range: [from, to). */
export interface CalendarInput {
  calendar: string;
  text: string;
  people?: string[] | null;
  zones?: string[] | null;
  from?: string | null;
  to?: string | null;
}

/** What a file holds, and how many of its days were new. */
export interface HolidayImport {
  days: (CalendarDay & { known: boolean })[];
  faults: CalendarFault[];
  added: number;
}

/** A calendar that days came from. people: how many it holds for, null = everybody. */
export interface HolidayCalendar {
  calendar: string;
  days: number;
  from: string;
  to: string;
  people: number | null;
}

const LARGEST = 1_000_000;
const YEARS = 3;

/** Public holidays out of calendar files, for everybody or for those of a country or a team. */
@Injectable()
export class HolidayCalendars {
  constructor(
    private readonly clock: Clock,
    private readonly ids: Ids,
    private readonly audit: AuditTrail,
    private readonly directory: Directory,
  ) {}

  /** Reads a file and says of each day whether it is known; nothing is written. */
  async preview(tx: Tx, input: CalendarInput): Promise<HolidayImport & { personIds: string[] | null }> {
    refuseIfAny(faultsOf(input));
    const personIds = await this.whom(tx, input);
    const year = dateOf(this.clock.now().getTime(), 'UTC').slice(0, 4);
    const from = input.from ?? `${year}-01-01`;
    const { days, faults } = readCalendar(input.text, from, input.to ?? `${Number(year) + YEARS}-01-01`);
    const known = await this.known(tx, days, personIds);
    return {
      personIds,
      faults,
      added: 0,
      days: days.map((day) => ({ ...day, known: known.has(`${day.from} ${day.to}`) })),
    };
  }

  /** Takes the days in that are not known; what cannot be read is named and left out. The same file again adds nothing. */
  async import(tx: Tx, caller: Caller, input: CalendarInput): Promise<HolidayImport> {
    const { personIds, days, faults } = await this.preview(tx, input);
    const recordedAt = this.clock.now();
    const calendar = input.calendar.trim();
    const fresh = new Map(days.filter((day) => !day.known).map((day) => [`${day.from} ${day.to}`, day]));
    const rows = [...fresh.values()].map((day) => ({
      id: this.ids.next('off'),
      personIds,
      fromDate: day.from,
      toDate: day.to,
      kind: 'HOLIDAY' as const,
      recordedAt,
      name: day.name || null,
      calendar,
      removedAt: null,
    }));
    if (rows.length > 0) await tx.insert(TimeOff, rows);
    await this.audit.recordNew(
      tx,
      caller,
      'timeOff.import',
      rows.map((row) => ({ subjectId: row.id, after: row })),
    );
    return { days, faults, added: rows.length };
  }

  /** The calendars that days came from, by name. */
  async list(tx: Tx): Promise<HolidayCalendar[]> {
    return tx.query(
      `select calendar, count(*)::int as days, min(from_date)::text as "from", max(to_date - 1)::text as "to",
         max(cardinality(person_ids)) as people
       from time_off where calendar is not null and removed_at is null group by calendar order by calendar`,
    );
  }

  /** Takes the days of a calendar back that begin on a date or later (all of them when left out); answers how many. */
  async remove(tx: Tx, caller: Caller, calendar: string, from?: string | null): Promise<number> {
    const name = calendar.trim();
    const all = await tx.find(TimeOff, {
      where: { calendar: name, removedAt: IsNull() },
      lock: { mode: 'pessimistic_write' },
    });
    if (all.length === 0) {
      throw new Refusal('NOT_FOUND', `There is no calendar "${name.slice(0, 99)}".`, ['input', 'calendar']);
    }
    const gone = all.filter((row) => !from || row.fromDate >= from);
    const removedAt = this.clock.now();
    await tx.update(TimeOff, { id: In(gone.map(({ id }) => id)) }, { removedAt });
    await this.audit.recordMany(
      tx,
      caller,
      'timeOff.remove',
      gone.map((row) => ({ subjectId: row.id, before: row, after: { ...row, removedAt } })),
    );
    return gone.length;
  }

  // null: everybody. People of a zone are those who live there now.
  private async whom(tx: Tx, { people, zones }: CalendarInput): Promise<string[] | null> {
    if (!people && !zones) return null;
    const ids = new Set<string>();
    for (const [index, key] of (people ?? []).entries()) {
      ids.add((await this.directory.person(tx, key, ['input', 'people', String(index)])).id);
    }
    const living = await tx.findBy(Person, { zone: In(zones ?? []), archivedAt: IsNull() });
    for (const { id } of living) ids.add(id);
    if (ids.size > 0) return [...ids].sort();
    throw new Refusal('NOT_FOUND', 'Nobody lives in these zones.', ['input', 'zones']);
  }

  private async known(tx: Tx, days: CalendarDay[], personIds: string[] | null): Promise<Set<string>> {
    const rows = await tx.findBy(TimeOff, {
      kind: 'HOLIDAY',
      removedAt: IsNull(),
      fromDate: In(days.map((day) => day.from)),
    });
    const whom = JSON.stringify(personIds);
    return new Set(
      rows
        .filter((row) => row.personIds === null || JSON.stringify(row.personIds) === whom)
        .map((row) => `${row.fromDate} ${row.toDate}`),
    );
  }
}

function faultsOf({ calendar, text, zones, from, to }: CalendarInput): Refusal[] {
  const faults = nameFault(calendar, ['input', 'calendar']);
  if (text.length > LARGEST) {
    faults.push(new Refusal('INVALID_INPUT', 'A calendar file has at most 1 MB.', ['input', 'text']));
  }
  for (const [index, zone] of (zones ?? []).entries()) {
    if (!isZone(zone)) faults.push(unknownZone(zone, ['input', 'zones', String(index)]));
  }
  if (from && to && (from >= to || to > addDays(from, 36_525))) {
    faults.push(
      new Refusal('END_BEFORE_START', 'A range ends after it begins, within a century.', ['input', 'to']),
    );
  }
  return faults;
}
