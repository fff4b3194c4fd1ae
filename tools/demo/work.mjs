import { WEEKS } from './calendar.mjs';
import { PEOPLE, TASKS } from './organisation.mjs';

// Whoever is away for a whole week logs nothing in it.
const AWAY = { 'demo-mira': -12, 'demo-yuna': -4 };

/** The week since which a machine rotates the certificates. */
const AUTOMATED_SINCE = -16;

/** How often a person meets a task in one week: the door grows, the disks fill, the certificates stop. */
function occurrences(task, week, random) {
  if (task.key === 'demo-cert-rotation')
    return week < AUTOMATED_SINCE ? random.whole(1, 3) : Number(random.chance(0.05));
  if (task.key === 'demo-sort-pictures') return 1 + Math.floor((week + WEEKS) / 10) + random.whole(0, 1);
  if (task.key === 'demo-retrain') return Number(random.chance(0.6));
  return random.whole(1, 3);
}

function toilOf(person, week, calendar, random) {
  return TASKS.filter((task) => task.services?.some((service) => person.shares[service])).flatMap((task) =>
    Array.from({ length: occurrences(task, week, random) }, () => {
      const service = random.pick(task.services.filter((name) => person.shares[name]));
      const [weekday, begin] = [random.whole(0, 4), random.whole(9 * 60, 16 * 60)];
      const length = random.whole(...task.minutes);
      return {
        person: person.key,
        service,
        taskType: task.key,
        start: calendar.instant(week, weekday, begin),
        end: calendar.instant(week, weekday, begin + length),
      };
    }),
  );
}

function restOf(person, week, calendar, random) {
  const services = Object.keys(person.shares);
  const features = services.flatMap((service, which) =>
    [0, 1].map((half) => ({
      person: person.key,
      service,
      taskType: 'demo-feature',
      date: calendar.date(week, 1 + which + 2 * half),
      duration: `${Math.max(1, Math.round((random.between(7, 11) * Number(person.shares[service])) / 100))}h`,
    })),
  );
  const meetings = { service: services[0], taskType: 'demo-meeting', date: calendar.date(week, 0) };
  return [...features, { person: person.key, ...meetings, duration: `${random.whole(2, 5)}h` }];
}

/** Six months of logged work, this week's up to now; each entry has its own key, so that a second run adds nothing. */
export async function seedWork(api, calendar, random, tell) {
  for (let week = -WEEKS; week <= 0; week++) {
    const present = PEOPLE.filter(({ key }) => AWAY[key] !== week);
    const entries = present
      .flatMap((person) => [
        ...toilOf(person, week, calendar, random),
        ...restOf(person, week, calendar, random),
      ])
      .filter(({ end, date }) => calendar.hasCome(end ?? date));
    await api.each(
      'logWork',
      entries.map((entry, at) => ({ ...entry, idempotencyKey: `demo-work-${week}-${at}` })),
    );
    if (week % 6 === 0) tell(week === 0 ? 'work up to now' : `work up to week ${week}`);
  }
}

/** What people say about their weeks beside the log. */
export async function seedReports(api, calendar, random) {
  const weeks = [-8, -4, -1];
  await api.each(
    'submitSurveyResponse',
    weeks.flatMap((week) =>
      PEOPLE.map(({ key }) => ({
        person: key,
        weekStarting: calendar.date(week, 0),
        toilPercent: String(random.whole(15, 45)),
        engineeringPercent: String(random.whole(30, 45)),
      })),
    ),
  );
  await api.each(
    'submitSnippet',
    weeks.map((week, at) => ({
      person: 'demo-yuna',
      service: 'demo-door',
      weekStarting: calendar.date(week, 0),
      toilDuration: `${random.whole(3, 7)}h`,
      text: 'New colleagues at the door: pictures sorted, labelled and trained by hand again.',
      idempotencyKey: `demo-snippet-${at}`,
    })),
  );
}

/** The automation that took over the certificates, and what it did since. */
export async function seedAutomation(api, calendar, random) {
  const automation = 'demo-cert-bot';
  await api.each('registerAutomation', [
    {
      key: automation,
      service: 'demo-checkout',
      taskType: 'demo-cert-rotation',
      baselineMinutes: '58',
      baselineSamples: 40,
      attendedMinutes: '2',
      demandPerWeek: 3,
      idempotencyKey: 'demo-automation',
    },
  ]);
  const runs = Array.from({ length: (1 - AUTOMATED_SINCE) * 3 }, (_, at) => ({
    automation,
    runId: `demo-run-${at}`,
    succeeded: random.chance(0.92),
    at: calendar.instant(AUTOMATED_SINCE + Math.floor(at / 3), (at % 3) * 2, 8 * 60),
  })).filter(({ at }) => calendar.hasCome(at));
  await api.each('recordAutomationRun', runs);
}

/** What might be automated next, as the team estimates it. */
export async function seedCandidates(api) {
  const estimate = (
    key,
    occurrences,
    handsOnMinutes,
    coverableShare,
    buildHours,
    maintenanceHoursPerWeek,
  ) => ({
    key,
    occurrences,
    overWeeks: 1,
    handsOnMinutes,
    coverableShare,
    buildHours,
    maintenanceHoursPerWeek,
  });
  const candidates = [
    estimate('demo-sort-by-model', 7, '170', '0.8', '60', '1'),
    estimate('demo-restart-by-probe', 4, '50', '0.9', '24', '0.5'),
    estimate('demo-access-by-form', 10, '35', '0.5', '80', '2'),
    estimate('demo-disk-by-quota', 4, '95', '0.3', '120', '3'),
  ];
  await api.each('saveAutomationCandidate', candidates, 'CandidateInput');
}
