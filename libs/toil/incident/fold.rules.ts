import { overruledEnds } from './correction.rules.js';
import { type IncidentStatus, inOrder, type LifeEvent, type Stretch } from './event.rules.js';

/** A responder's part in an incident: when they were engaged (snooze left out), and the hands-on time they stated. */
export interface Responder {
  person: string;
  /** null: never engaged, only stated hands-on time; empty: engaged for no time at all. */
  engaged: Stretch[] | null;
  /** Stated hands-on time, placed at the start of the engagement it was told in; null when nothing was stated. */
  handsOn: Stretch[] | null;
  /** Hands-on time that signs of activity tell of, within the engagement; absent where there are none. */
  inferred?: Stretch[];
}

/** An incident's life as its events tell it. */
export interface IncidentLife {
  status: IncidentStatus;
  openedAt: number;
  acknowledgedAt: number | null;
  resolvedAt: number | null;
  reopenCount: number;
  /** Active segments [opened or reopened, resolved). */
  active: Stretch[];
  responders: Responder[];
  /** Events earlier than the opening: kept, never counted. */
  quarantined: string[];
}

const MINUTE = 60_000;

/**
 * Folds events, in any order, into the life of one incident; null until an OPENED is among them.
 *
 * The events are sorted first, so redelivery out of order cannot matter. A walker then keeps three facts: whether the
 * incident is active, who is engaged, and who of them is snoozed. Only an active incident engages anybody; RESOLVED
 * disengages everybody. Events that make no sense at their place (a second RESOLVED, a LEFT of somebody who was not
 * there) change nothing; so does an end that was corrected. What precedes the earliest OPENED is quarantined.
 */
export function foldIncident(events: readonly LifeEvent[]): IncidentLife | null {
  const sorted = inOrder(events);
  const opening = sorted.find((event) => event.type === 'OPENED');
  if (!opening) return null;
  const walk = new Walk(opening.at, overruledEnds(sorted));
  const quarantined: string[] = [];
  for (const event of sorted) {
    if (event.at < opening.at) quarantined.push(event.id);
    else walk.take(event);
  }
  return { ...walk.result(), quarantined };
}

class Walk {
  private status: IncidentStatus = 'OPEN';
  private acknowledgedAt: number | null = null;
  private resolvedAt: number | null = null;
  private reopenCount = 0;
  private readonly active: Stretch[];
  private readonly people = new Map<string, Attendance>();

  constructor(
    private readonly openedAt: number,
    private readonly overruled: ReadonlySet<string>,
  ) {
    this.active = [{ start: openedAt, end: null }];
  }

  take(event: LifeEvent): void {
    if (event.type === 'REOPENED') this.reopen(event);
    else if (this.status !== 'RESOLVED' && !this.overruled.has(event.id)) this.whileActive(event);
    if (event.person !== null && event.handsOnMinutes !== null) {
      this.of(event.person).state(event.handsOnMinutes * MINUTE, this.active.at(-1)?.start ?? this.openedAt);
    }
  }

  result(): Omit<IncidentLife, 'quarantined'> {
    const responders = [...this.people.entries()]
      .map(([person, attendance]) => attendance.responder(person))
      .filter((responder) => responder.engaged !== null || responder.handsOn !== null)
      .sort((a, b) => (a.person < b.person ? -1 : 1));
    const { status, openedAt, acknowledgedAt, resolvedAt, reopenCount, active } = this;
    return { status, openedAt, acknowledgedAt, resolvedAt, reopenCount, active, responders };
  }

  private whileActive(event: LifeEvent): void {
    const { type, at, person } = event;
    if (type === 'ACKNOWLEDGED') {
      this.status = 'ACKNOWLEDGED';
      this.acknowledgedAt ??= at;
    }
    if ((type === 'ACKNOWLEDGED' || type === 'JOINED') && person !== null) this.of(person).engage(at);
    if (type === 'SNOOZED') for (const one of this.named(person)) one.snooze(at);
    if (type === 'RESUMED') for (const one of this.named(person)) one.resume(at);
    if (type === 'LEFT' && person !== null) this.of(person).leave(at);
    if (type === 'RESOLVED') this.resolve(at);
  }

  private reopen({ at, person }: LifeEvent): void {
    if (this.status === 'RESOLVED') {
      this.status = 'OPEN';
      this.resolvedAt = null;
      this.reopenCount++;
      this.active.push({ start: at, end: null });
    }
    if (person !== null) this.of(person).engage(at);
  }

  private resolve(at: number): void {
    this.status = 'RESOLVED';
    this.resolvedAt = at;
    const segment = this.active.at(-1);
    if (segment) segment.end = at;
    for (const one of this.people.values()) one.leave(at);
  }

  private of(person: string): Attendance {
    const known = this.people.get(person) ?? new Attendance();
    this.people.set(person, known);
    return known;
  }

  // A snooze or resume without a person is everybody's.
  private named(person: string | null): Iterable<Attendance> {
    return person === null ? this.people.values() : [this.of(person)];
  }
}

/** One person's comings and goings. */
class Attendance {
  private readonly engaged: Stretch[] = [];
  private readonly stated: Stretch[] = [];
  private engagementStart: number | null = null;
  private present = false;
  private snoozed = false;

  engage(at: number): void {
    if (this.present) {
      this.resume(at);
      return;
    }
    this.present = true;
    this.engagementStart = at;
    this.engaged.push({ start: at, end: null });
  }

  snooze(at: number): void {
    if (!this.present || this.snoozed) return;
    this.snoozed = true;
    this.close(at);
  }

  resume(at: number): void {
    if (!this.present || !this.snoozed) return;
    this.snoozed = false;
    this.engaged.push({ start: at, end: null });
  }

  leave(at: number): void {
    if (!this.present) return;
    if (!this.snoozed) this.close(at);
    this.present = false;
    this.snoozed = false;
  }

  /** Time stated without clock times goes to the start of the engagement; further statements follow it. */
  state(milliseconds: number, segmentStart: number): void {
    const anchor =
      this.engagementStart !== null && this.engagementStart >= segmentStart
        ? this.engagementStart
        : segmentStart;
    const last = this.stated.at(-1);
    const start = last?.end !== undefined && last.end !== null && last.end > anchor ? last.end : anchor;
    this.stated.push({ start, end: start + milliseconds });
  }

  responder(person: string): Responder {
    const real = (stretch: Stretch) => stretch.end === null || stretch.end > stretch.start;
    const handsOn = this.stated.length > 0 ? this.stated.filter(real) : null;
    const engaged = this.engagementStart === null ? null : this.engaged.filter(real);
    return { person, engaged, handsOn };
  }

  private close(at: number): void {
    const open = this.engaged.at(-1);
    if (open) open.end = at;
  }
}
