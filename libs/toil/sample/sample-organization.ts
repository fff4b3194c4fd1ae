import { Injectable } from '@nestjs/common';
import { SAMPLE, type SampleFrame, type Tx } from '#platform';
import { SetBudget } from '../budget/set-budget.service.js';
import { Capacities } from '../capacity/capacities.js';
import { People } from '../person/people.js';
import { Services } from '../service/services.js';
import { TaskTypes } from '../work/task-types.js';
import { SAMPLE_WEEKS, SampleCalendar } from './sample-calendar.rules.js';
import {
  FEATURES,
  MEETINGS,
  SAMPLE_PEOPLE,
  SAMPLE_SERVICES,
  SAMPLE_TASKS,
  wordsIn,
} from './sample-story.rules.js';

/** Services, people, their shares, days off, task types, sizes and budgets. */
@Injectable()
export class SampleOrganization {
  constructor(
    private readonly services: Services,
    private readonly people: People,
    private readonly capacities: Capacities,
    private readonly types: TaskTypes,
    private readonly budgets: SetBudget,
  ) {}

  async write(tx: Tx, { monday, locale }: SampleFrame): Promise<void> {
    const calendar = new SampleCalendar(monday);
    await this.writeServices(tx, calendar, locale);
    await this.writePeople(tx, calendar);
    for (const { key, name, criteria } of SAMPLE_TASKS)
      await this.types.define(tx, SAMPLE, { key, name: wordsIn(name, locale), criteria });
    const rest = [
      { ...FEATURES, forcedClass: 'ENGINEERING' },
      { ...MEETINGS, forcedClass: 'OVERHEAD' },
    ] as const;
    for (const { key, name, forcedClass } of rest)
      await this.types.define(tx, SAMPLE, { key, name: wordsIn(name, locale), forcedClass });
  }

  private async writeServices(tx: Tx, calendar: SampleCalendar, locale: string): Promise<void> {
    const from = calendar.date(-SAMPLE_WEEKS, 0);
    for (const { key, name, size, growth, budget } of SAMPLE_SERVICES) {
      await this.services.create(tx, SAMPLE, { key, name: wordsIn(name, locale) });
      for (let week = 0; week < SAMPLE_WEEKS; week += 2) {
        const date = calendar.date(week - SAMPLE_WEEKS, 0);
        const instances = Math.round(size + growth * week);
        await this.services.recordSize(tx, SAMPLE, { service: key, date, instances });
      }
      await this.budgets.set(tx, SAMPLE, { service: key, budgetPercent: budget, from });
    }
  }

  private async writePeople(tx: Tx, calendar: SampleCalendar): Promise<void> {
    const from = calendar.date(-SAMPLE_WEEKS, 0);
    const lead = SAMPLE_PEOPLE[0]?.key;
    for (const { key, name, zone, hours, shares, awayWeek } of SAMPLE_PEOPLE) {
      const input = { key, name, zone, weeklyHours: hours, lead: key === lead ? null : lead };
      await this.people.create(tx, SAMPLE, input);
      for (const [service, sharePercent] of Object.entries(shares))
        await this.capacities.allocate(tx, SAMPLE, { person: key, service, sharePercent, from });
      if (awayWeek === undefined) continue;
      const [away, back] = [calendar.date(awayWeek, 0), calendar.date(awayWeek + 1, 0)];
      await this.capacities.recordTimeOff(tx, SAMPLE, { people: [key], from: away, to: back, kind: 'PTO' });
    }
    const sick = { people: ['demo-joon'], from: calendar.date(-7, 2), to: calendar.date(-7, 4) };
    await this.capacities.recordTimeOff(tx, SAMPLE, { ...sick, kind: 'SICK' });
    const holiday = { from: calendar.date(-9, 4), to: calendar.date(-9, 5) };
    await this.capacities.recordTimeOff(tx, SAMPLE, { ...holiday, kind: 'HOLIDAY' });
  }
}
