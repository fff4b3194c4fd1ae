import { Injectable } from '@nestjs/common';
import { AuditTrail, type Caller, Clock, Ids, Refusal, refuseIfAny, type Tx } from '#platform';
import { Directory } from '../directory/directory.js';
import { Organizations } from '../organization/organizations.js';
import { dateOf, isDate } from '../time/zone.rules.js';
import type { SurveyRhythm } from './campaign.rules.js';
import { SurveySchedule } from './survey-schedule.entity.js';

/** A schedule as it is asked for; services are keys, null = everybody with capacity. startsOn null: today. */
export interface NewSurveySchedule {
  every: SurveyRhythm;
  startsOn?: string | null;
  openDays?: number | null;
  remindAfterDays?: number | null;
  services?: string[] | null;
}

const OPEN_DAYS = 7;
const REMIND_AFTER_DAYS = 3;
/** A campaign is over when the next one of its rhythm begins. */
const MOST_OPEN_DAYS: Record<SurveyRhythm, number> = { WEEKLY: 7, MONTHLY: 28, QUARTERLY: 89 };

/** When people are asked how their week was. */
@Injectable()
export class SurveySchedules {
  constructor(
    private readonly organizations: Organizations,
    private readonly directory: Directory,
    private readonly audit: AuditTrail,
    private readonly clock: Clock,
    private readonly ids: Ids,
  ) {}

  /** Running ones first, newest first. */
  list(tx: Tx): Promise<SurveySchedule[]> {
    return tx.find(SurveySchedule, {
      order: { stoppedAt: { direction: 'DESC', nulls: 'FIRST' }, createdAt: 'DESC', id: 'DESC' },
    });
  }

  /** Starts a schedule; its first campaign opens on `startsOn`. */
  async start(tx: Tx, caller: Caller, input: NewSurveySchedule): Promise<SurveySchedule> {
    const openDays = input.openDays ?? OPEN_DAYS;
    const remindAfterDays = input.remindAfterDays ?? Math.min(REMIND_AFTER_DAYS, openDays - 1);
    const now = this.clock.now();
    const { reportingZone } = await this.organizations.current(tx);
    const startsOn = input.startsOn ?? dateOf(now.getTime(), reportingZone);
    refuseIfAny(
      faultsOf({ ...input, startsOn, openDays, remindAfterDays }, dateOf(now.getTime(), reportingZone)),
    );
    const services = input.services
      ? await this.directory.services(tx, input.services, ['input', 'services'])
      : null;
    const schedule: SurveySchedule = {
      ...{ id: this.ids.next('ssc'), every: input.every, startsOn, openDays, remindAfterDays },
      serviceIds: services?.map((service) => service.id) ?? null,
      createdAt: now,
      stoppedAt: null,
    };
    await tx.insert(SurveySchedule, schedule);
    await this.audit.record(tx, caller, 'survey.start', schedule.id, null, schedule);
    return schedule;
  }

  /** No campaign opens any more; those that are open stay so until they close. */
  async stop(tx: Tx, caller: Caller, id: string): Promise<SurveySchedule> {
    const before = await tx.findOne(SurveySchedule, { where: { id }, lock: { mode: 'pessimistic_write' } });
    if (!before)
      throw new Refusal('NOT_FOUND', `There is no survey schedule ${id.slice(0, 99)}.`, ['input', 'id']);
    if (before.stoppedAt)
      throw new Refusal('INVALID_TRANSITION', 'The schedule is stopped already.', ['input', 'id']);
    const after = { ...before, stoppedAt: this.clock.now() };
    await tx.update(SurveySchedule, { id }, { stoppedAt: after.stoppedAt });
    await this.audit.record(tx, caller, 'survey.stop', id, before, after);
    return after;
  }
}

function faultsOf(
  input: NewSurveySchedule & { startsOn: string; openDays: number; remindAfterDays: number },
  today: string,
): Refusal[] {
  const { every, startsOn, openDays, remindAfterDays, services } = input;
  const most = MOST_OPEN_DAYS[every];
  const no = (message: string, field: string): Refusal =>
    new Refusal('INVALID_INPUT', message, ['input', field]);
  return [
    isDate(startsOn) && startsOn < today ? no('A survey cannot have started in the past.', 'startsOn') : null,
    openDays < 1 || openDays > most
      ? no(`A ${every} survey is open for 1 to ${most} days.`, 'openDays')
      : null,
    remindAfterDays < 0 || remindAfterDays >= Math.max(1, openDays)
      ? no('The reminder comes while the survey is open: 0 to openDays - 1.', 'remindAfterDays')
      : null,
    services?.length === 0 ? no('Name at least one service, or none of the list.', 'services') : null,
  ].filter((fault) => fault !== null);
}
