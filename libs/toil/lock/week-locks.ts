import { Injectable } from '@nestjs/common';
import { AuditTrail, type Caller, Clock, Refusal, type Tx } from '#platform';
import { CapacityRepository } from '../capacity/capacity.repository.js';
import { capacityOf } from '../capacity/capacity.rules.js';
import { ORGANIZATION_ID, Organization } from '../organization/organization.entity.js';
import { settingsOf, type ToilSettings } from '../organization/settings.rules.js';
import { PersonZones } from '../person/person-zones.js';
import { type DayFrame, dayFrame, frameEnd, frameStart } from '../report/frame.rules.js';
import {
  type Attribution,
  INCIDENT_MODES,
  type IncidentMode,
  TOIL_VIEWS,
  type ToilView,
} from '../report/interval.js';
import { tally } from '../report/tally.rules.js';
import { TimeFacts } from '../report/time-facts.js';
import { weekStarting } from '../time/week.rules.js';
import { addDays } from '../time/zone.rules.js';
import { Locks } from './locks.js';
import { type FrozenTime, freezeCapacity, freezeTime, type Snapshot } from './snapshot.rules.js';
import { WeekLock } from './week-lock.entity.js';

/** Freezes weeks. */
@Injectable()
export class WeekLocks {
  private readonly capacities = new CapacityRepository();
  private readonly zones = new PersonZones();

  constructor(
    private readonly clock: Clock,
    private readonly audit: AuditTrail,
    private readonly facts: TimeFacts,
    private readonly locks: Locks,
  ) {}

  /** Locks the week and keeps its numbers as they stand; locking it again changes nothing. */
  async lock(tx: Tx, caller: Caller, firstDay: string): Promise<{ duplicate: boolean }> {
    const organization = await tx.findOneByOrFail(Organization, { id: ORGANIZATION_ID });
    const now = this.clock.now();
    const frame = dayFrame(firstDay, addDays(firstDay, 7), organization.reportingZone);
    this.refuse(firstDay, organization, frameStart(frame), now);
    await this.locks.stopWriters(tx);
    if (await this.locks.of(tx, firstDay)) return { duplicate: true };
    await this.refuseTimers(tx, new Date(frameEnd(frame)));
    const lock: WeekLock = {
      weekStarting: firstDay,
      startsAt: new Date(frameStart(frame)),
      endsAt: new Date(frameEnd(frame)),
      lockedAt: now,
      snapshot: await this.snapshot(tx, frame, settingsOf(organization), now),
    };
    await tx.insert(WeekLock, lock as never);
    await this.audit.record(tx, caller, 'week.lock', `week:${firstDay}`, null, {
      weekStarting: firstDay,
      zone: frame.zone,
    });
    return { duplicate: false };
  }

  private refuse(firstDay: string, { weekStart }: Organization, startMs: number, now: Date): void {
    const path = ['input', 'weekStarting'];
    const first = weekStarting(firstDay, weekStart);
    if (first !== firstDay) {
      throw new Refusal(
        'INVALID_INPUT',
        `Weeks start on ${weekStart}; the one that holds ${firstDay} starts on ${first}.`,
        path,
        { weekStarting: first },
      );
    }
    if (startMs > now.getTime()) throw new Refusal('INVALID_INPUT', 'This week has not begun yet.', path);
  }

  // A timer that runs in the week could not be logged any more when it stops.
  private async refuseTimers(tx: Tx, endsAt: Date): Promise<void> {
    const [timer]: { key: string }[] = await tx.query(
      `select p.key from running_timer t join person p on p.id = t.person_id
       where t.started_at < $1 order by t.started_at, p.key limit 1`,
      [endsAt],
    );
    if (!timer) return;
    const message = `A timer of "${timer.key}" has been running since this week or before. Stop it first.`;
    throw new Refusal('INVALID_TRANSITION', message, ['input', 'weekStarting']);
  }

  private async snapshot(tx: Tx, frame: DayFrame, settings: ToilSettings, now: Date): Promise<Snapshot> {
    const bandsOf = await this.zones.bands(
      tx,
      frame.zone,
      frameStart(frame),
      frameEnd(frame),
      settings.bandHours,
    );
    const time = { PERSON: {}, TICKET: {} } as Record<ToilView, Record<IncidentMode, FrozenTime[]>>;
    const shared = { SEVERITY_WINS: {}, FULL: {} } as Required<Snapshot>['shared'];
    for (const mode of INCIDENT_MODES) {
      const items = await this.facts.items(tx, { frame, mode, asOf: now, knownBy: null });
      const plan = { days: frame, bandsOf, slotOf: () => 0, slots: 1, timeBand: null };
      const frozen = (view: ToilView, attribution: Attribution): FrozenTime[] =>
        freezeTime(tally(items, { ...plan, view, attribution }).cells);
      for (const view of TOIL_VIEWS) time[view][mode] = frozen(view, 'EQUAL_SPLIT');
      shared.SEVERITY_WINS[mode] = frozen('PERSON', 'SEVERITY_WINS');
      shared.FULL[mode] = frozen('PERSON', 'FULL');
    }
    const facts = await this.capacities.facts(tx, frame.from, frame.to, settings.workDays, null);
    const capacity = capacityOf(facts, frame.from, frame.to);
    const { from, to, zone } = frame;
    return {
      from,
      to,
      zone,
      capacity: freezeCapacity(capacity),
      workDaysPerWeek: capacity.workDaysPerWeek,
      time,
      shared,
    };
  }
}
