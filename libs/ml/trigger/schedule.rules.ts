import { CronTime } from 'cron';

/** Why a cron expression cannot be used, or null when it can. Five fields, or six with seconds first. */
export function scheduleFault(expression: string, zone: string): string | null {
  if (expression.length > 200) return 'is too long';
  try {
    const time = new CronTime(expression, zone);
    // Some expressions parse and never come, such as the 30th of February.
    time.getNextDateFrom(new Date(0), zone);
    return null;
  } catch (error) {
    return `is no cron expression: ${(error instanceof Error ? error.message : String(error)).split('\n')[0]}`;
  }
}

/** Whether a time of the schedule lies after `since` and not after `now`, by the clocks of the zone. */
export function scheduleHasCome(expression: string, zone: string, since: Date, now: Date): boolean {
  const next = new CronTime(expression, zone).getNextDateFrom(since, zone);
  return next.toMillis() <= now.getTime();
}
