import { Temporal } from 'temporal-polyfill';
import { type WeekDay, weekStarting } from '../time/week.rules.js';
import { addDays, dayStart } from '../time/zone.rules.js';

export const SURVEY_RHYTHMS = ['WEEKLY', 'MONTHLY', 'QUARTERLY'] as const;
/** How often people are asked. */
export type SurveyRhythm = (typeof SURVEY_RHYTHMS)[number];

const STEP = { WEEKLY: { weeks: 1 }, MONTHLY: { months: 1 }, QUARTERLY: { months: 3 } } as const;

/**
 * The last day up to `today` on which a campaign was due; null before the first. The n-th is n steps from the first one
 * (the 31st is followed by the end of a shorter month and by the 31st again). Campaigns missed in between are left out:
 * nobody remembers such a week.
 */
export function lastDue(every: SurveyRhythm, startsOn: string, today: string): string | null {
  if (today < startsOn) return null;
  const first = Temporal.PlainDate.from(startsOn);
  const step = STEP[every];
  const unit = 'weeks' in step ? 'weeks' : 'months';
  const size = 'weeks' in step ? step.weeks : step.months;
  const passed = first.until(today, { largestUnit: unit })[unit];
  // The end of a short month may be due although a whole month has not passed: one step more is tried.
  for (let n = Math.floor(passed / size) + 1; ; n--) {
    const due = first.add({ [unit]: n * size }).toString();
    if (due <= today) return due;
  }
}

/** The week that a campaign asks about: the last one that was over on the day it opens. */
export const weekAsked = (opensOn: string, weekStart: WeekDay): string =>
  addDays(weekStarting(opensOn, weekStart), -7);

/** When a campaign that opens on the day reminds and closes: at the beginning of days of the reporting zone. */
export function campaignTimes(
  opensOn: string,
  { remindAfterDays, openDays }: { remindAfterDays: number; openDays: number },
  zone: string,
): { remindAt: Date; closesAt: Date } {
  const after = (days: number): Date => new Date(dayStart(addDays(opensOn, days), zone));
  return { remindAt: after(remindAfterDays), closesAt: after(openDays) };
}
