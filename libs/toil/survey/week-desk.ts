import { Injectable } from '@nestjs/common';
import { Clock, Refusal, type Tx } from '#platform';
import { Locks } from '../lock/locks.js';
import { Organizations } from '../organization/organizations.js';
import { weekStarting } from '../time/week.rules.js';
import { dateOf } from '../time/zone.rules.js';

/** Says whether a week may still be told about. */
@Injectable()
export class WeekDesk {
  constructor(
    private readonly clock: Clock,
    private readonly organizations: Organizations,
    private readonly locks: Locks,
  ) {}

  /** Refuses a date that is no first day of a week, a week to come, and a locked one; answers the instant of recording. */
  async open(tx: Tx, firstDay: string): Promise<Date> {
    const { reportingZone, weekStart } = await this.organizations.current(tx);
    const now = this.clock.now();
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
    if (firstDay > dateOf(now.getTime(), reportingZone))
      throw new Refusal('INVALID_INPUT', 'This week has not begun yet.', path);
    await this.locks.refuse(tx, { date: firstDay, seconds: 0 }, path);
    return now;
  }
}
