import { CronTime } from 'cron';

/** Why a cron expression cannot be used, or null when it can. Five fields, or six with seconds first. */
export function scheduleFault(expression: string, zone: string): string | null {
  if (expression.length > 200) return 'is too long';
  let time: CronTime;
  try {
    time = new CronTime(expression, zone);
  } catch (error) {
    return `is no cron expression: ${(error instanceof Error ? error.message : String(error)).split('\n')[0]}`;
  }
  // Some expressions parse and never come, such as the 30th of February.
  try {
    time.getNextDateFrom(new Date(0), zone);
    return null;
  } catch {
    return 'names a time that never comes';
  }
}

/**
 * Whether a time of the schedule lies after `since` and not after `now`, by the clocks of the zone. A schedule that names
 * its hour comes once in a night that shows the hour twice, as with Vixie's cron; one for every hour comes in both.
 */
export function scheduleHasCome(expression: string, zone: string, since: Date, now: Date): boolean {
  const time = new CronTime(expression, zone);
  let next = time.getNextDateFrom(since, zone);
  while (namesItsHour(expression) && isShownAgain(next)) next = time.getNextDateFrom(next.toJSDate(), zone);
  return next.toMillis() <= now.getTime();
}

type CronInstant = ReturnType<CronTime['getNextDateFrom']>;

/** Whether the clocks have shown this time before, an hour or so ago. */
const isShownAgain = (instant: CronInstant): boolean =>
  instant.getPossibleOffsets().some((one) => one.toMillis() < instant.toMillis());

const EVERY_HOUR = ['@hourly', '@minutely', '@secondly'];

function namesItsHour(expression: string): boolean {
  const fields = expression.trim().split(/\s+/);
  return fields.length === 1
    ? !EVERY_HOUR.includes(fields[0]?.toLowerCase() ?? '')
    : !fields.at(-4)?.startsWith('*');
}
