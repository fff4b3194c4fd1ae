import { Sequence } from '#platform';
import type { IncidentEventInput } from '../incident/record-incident-event.service.js';
import type { NewWork } from '../work/work-log.js';
import { SAMPLE_WEEKS, type SampleCalendar } from './sample-calendar.rules.js';
import {
  AUTOMATED_SINCE,
  CERT_ROTATION,
  FEATURES,
  INCIDENTS_OF_NOW,
  MEETINGS,
  RETRAIN,
  SAMPLE_PEOPLE,
  SAMPLE_SERVICES,
  SAMPLE_TASKS,
  type SamplePerson,
  type SampleTask,
  SORT_PICTURES,
  wordsIn,
} from './sample-story.rules.js';

const SEED_OF_WORK = 10_000;
const SEED_OF_INCIDENTS = 7_000;

/** Opened no later than this, so that even the longest incident of the last Sunday is over. */
const LAST_OPENING_MINUTES = 20 * 60;

/** What everybody logged in a week, as far as it is over by `until`. */
export function sampleWork(week: number, calendar: SampleCalendar, until: Date): NewWork[] {
  const random = new Sequence(SEED_OF_WORK + week);
  return SAMPLE_PEOPLE.filter(({ awayWeek }) => awayWeek !== week)
    .flatMap((person) => [
      ...toilOf(person, week, calendar, random),
      ...restOf(person, week, calendar, random),
    ])
    .filter((entry) => isOver(entry, until));
}

const isOver = ({ end, date }: NewWork, until: Date): boolean =>
  end ? end <= until : (date ?? '') < until.toISOString().slice(0, 10);

// How often a person meets a task in one week: the door grows, the disks fill, the certificates stop.
function occurrences({ key }: SampleTask, week: number, random: Sequence): number {
  if (key === CERT_ROTATION) return week < AUTOMATED_SINCE ? random.whole(1, 3) : Number(random.chance(0.05));
  if (key === SORT_PICTURES) return 1 + Math.floor((week + SAMPLE_WEEKS) / 10) + random.whole(0, 1);
  if (key === RETRAIN) return Number(random.chance(0.6));
  return random.whole(1, 3);
}

function toilOf(person: SamplePerson, week: number, calendar: SampleCalendar, random: Sequence): NewWork[] {
  return SAMPLE_TASKS.flatMap((task): NewWork[] => {
    const places = task.services.filter((service) => person.shares[service]);
    if (places.length === 0) return [];
    return Array.from({ length: occurrences(task, week, random) }, () => {
      const service = random.pick(places);
      const [weekday, begin] = [random.whole(0, 4), random.whole(9 * 60, 16 * 60)];
      const length = random.whole(...task.minutes);
      return {
        person: person.key,
        service,
        taskType: task.key,
        start: calendar.instant(week, weekday, begin),
        end: calendar.instant(week, weekday, begin + length),
      };
    });
  });
}

function restOf(person: SamplePerson, week: number, calendar: SampleCalendar, random: Sequence): NewWork[] {
  const shares = Object.entries(person.shares);
  const features = shares.flatMap(([service, share], which) =>
    [0, 1].map((half): NewWork => {
      const hours = Math.max(1, Math.round((random.between(7, 11) * Number(share)) / 100));
      const date = calendar.date(week, 1 + which + 2 * half);
      return { person: person.key, service, taskType: FEATURES.key, date, duration: `${hours}h` };
    }),
  );
  const meetings: NewWork = {
    person: person.key,
    service: shares[0]?.[0],
    taskType: MEETINGS.key,
    date: calendar.date(week, 0),
    duration: `${random.whole(2, 5)}h`,
  };
  return [...features, meetings];
}

const MINUTE_MS = 60_000;

/** One incident that burns now and one that somebody is on, so that there is something to answer. */
export function incidentsOfNow(now: Date, locale: string): IncidentEventInput[] {
  const event = (
    externalId: string,
    type: IncidentEventInput['type'],
    minutesAgo: number,
    rest: Partial<IncidentEventInput>,
  ): IncidentEventInput => ({
    source: 'sample',
    externalId,
    deliveryId: `${externalId}-${type}`,
    type,
    at: new Date(now.getTime() - minutesAgo * MINUTE_MS),
    ...rest,
  });
  const { burning, answered } = INCIDENTS_OF_NOW;
  return [
    event('demo-burning', 'OPENED', 6, { ...burning, title: wordsIn(burning.title, locale) }),
    event('demo-answered', 'OPENED', 41, {
      service: answered.service,
      title: wordsIn(answered.title, locale),
    }),
    event('demo-answered', 'ACKNOWLEDGED', 33, { person: answered.person }),
  ];
}

/** The incidents of a week, event by event. */
export function sampleIncidents(
  week: number,
  calendar: SampleCalendar,
  locale: string,
): IncidentEventInput[] {
  const random = new Sequence(SEED_OF_INCIDENTS + week);
  return Array.from({ length: random.whole(0, 2) }, (_, number) =>
    lifeOf(`demo-${calendar.date(week, 0)}-${number + 1}`, week, calendar, random, locale),
  ).flat();
}

// Opened, acknowledged, sometimes joined, resolved.
function lifeOf(
  externalId: string,
  week: number,
  calendar: SampleCalendar,
  random: Sequence,
  locale: string,
): IncidentEventInput[] {
  const service = random.pick(SAMPLE_SERVICES);
  const [first, second] = SAMPLE_PEOPLE.filter(({ shares }) => shares[service.key]);
  const [weekday, opened] = [random.whole(0, 6), random.whole(0, LAST_OPENING_MINUTES)];
  const acknowledged = opened + random.whole(2, 25);
  const resolved = acknowledged + random.whole(15, 180);
  const event = (type: IncidentEventInput['type'], minutes: number, person?: string): IncidentEventInput => ({
    source: 'sample',
    externalId,
    deliveryId: `${externalId}-${type}`,
    type,
    at: calendar.instant(week, weekday, minutes),
    person: person ?? null,
  });
  const title = wordsIn(random.pick(service.incidents), locale);
  const joined = second && random.chance(0.4) ? [event('JOINED', acknowledged + 10, second.key)] : [];
  return [
    { ...event('OPENED', opened), service: service.key, title },
    event('ACKNOWLEDGED', acknowledged, first?.key),
    ...joined,
    event('RESOLVED', resolved, first?.key),
  ];
}
