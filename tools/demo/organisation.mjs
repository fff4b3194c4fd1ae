import { WEEKS } from './calendar.mjs';

export const SERVICES = [
  { key: 'demo-checkout', name: 'Checkout', size: 40, growth: 1.5, budget: '50' },
  { key: 'demo-search', name: 'Search', size: 24, growth: 0.5, budget: '40' },
  { key: 'demo-data', name: 'Data platform', size: 12, growth: 0.8, budget: '50' },
  { key: 'demo-door', name: 'Face login at the door', size: 5, growth: 0.6, budget: '50' },
];

export const PEOPLE = [
  {
    key: 'demo-haneul',
    name: '김하늘 (Haneul Kim)',
    zone: 'Asia/Seoul',
    hours: '40',
    shares: { 'demo-checkout': '80', 'demo-search': '20' },
  },
  {
    key: 'demo-joon',
    name: '박준 (Joon Park)',
    zone: 'Asia/Seoul',
    hours: '40',
    lead: 'demo-haneul',
    shares: { 'demo-checkout': '60', 'demo-data': '40' },
  },
  {
    key: 'demo-mira',
    name: 'Mira Lindqvist',
    zone: 'Europe/Stockholm',
    hours: '32',
    lead: 'demo-haneul',
    shares: { 'demo-search': '100' },
  },
  {
    key: 'demo-theo',
    name: 'Theo Okafor',
    zone: 'Europe/London',
    hours: '40',
    lead: 'demo-haneul',
    shares: { 'demo-data': '70', 'demo-door': '30' },
  },
  {
    key: 'demo-yuna',
    name: 'Yuna Sato',
    zone: 'Asia/Tokyo',
    hours: '40',
    lead: 'demo-haneul',
    shares: { 'demo-door': '80', 'demo-checkout': '20' },
  },
];

const toil = {
  manual: true,
  repetitive: true,
  automatable: true,
  tactical: true,
  noEnduringValue: true,
  scalesLinearly: true,
};
/** minutes: how long one occurrence takes; services: where it happens. */
export const TASKS = [
  {
    key: 'demo-cert-rotation',
    name: 'Rotate certificates',
    criteria: toil,
    minutes: [30, 90],
    services: ['demo-checkout', 'demo-search'],
  },
  {
    key: 'demo-restart-workers',
    name: 'Restart stuck workers',
    criteria: toil,
    minutes: [20, 80],
    services: ['demo-checkout', 'demo-data'],
  },
  {
    key: 'demo-free-disk',
    name: 'Free full disks',
    criteria: { ...toil, scalesLinearly: true },
    minutes: [40, 150],
    services: ['demo-data', 'demo-search'],
  },
  {
    key: 'demo-grant-access',
    name: 'Grant access',
    criteria: { ...toil, scalesLinearly: false },
    minutes: [20, 50],
    services: ['demo-checkout', 'demo-search', 'demo-data', 'demo-door'],
  },
  {
    key: 'demo-sort-pictures',
    name: 'Sort and label new pictures',
    criteria: toil,
    minutes: [100, 240],
    services: ['demo-door'],
  },
  {
    key: 'demo-retrain',
    name: 'Retrain the door by hand',
    criteria: { ...toil, noEnduringValue: false },
    minutes: [90, 240],
    services: ['demo-door'],
  },
  { key: 'demo-feature', name: 'Build features', forcedClass: 'ENGINEERING' },
  { key: 'demo-meeting', name: 'Meetings', forcedClass: 'OVERHEAD' },
];

const only = (object, keys) =>
  Object.fromEntries(keys.filter((key) => object[key] !== undefined).map((key) => [key, object[key]]));

/** Services, people, their shares, days off, task types, sizes and budgets. */
export async function seedOrganisation(api, calendar) {
  const first = calendar.date(-WEEKS, 0);
  await api.each('updateOrganization', [
    { name: 'Sample organisation', reportingZone: 'Asia/Seoul', toilBudgetPercent: '50' },
  ]);
  await api.each(
    'createService',
    SERVICES.map((service) => only(service, ['key', 'name'])),
  );
  // One at a time in order: a lead has to exist before those they lead.
  for (const person of PEOPLE) {
    await api.each('createPerson', [
      { ...only(person, ['key', 'name', 'zone', 'lead']), weeklyHours: person.hours },
    ]);
  }
  await api.each(
    'setAllocation',
    PEOPLE.flatMap(({ key, shares }) =>
      Object.entries(shares).map(([service, sharePercent]) => ({
        person: key,
        service,
        sharePercent,
        from: first,
      })),
    ),
  );
  await api.each(
    'defineTaskType',
    TASKS.map((task) => only(task, ['key', 'name', 'criteria', 'forcedClass'])),
  );
  await api.each('recordTimeOff', [
    { people: ['demo-mira'], from: calendar.date(-12, 0), to: calendar.date(-11, 0), kind: 'PTO' },
    { people: ['demo-joon'], from: calendar.date(-7, 2), to: calendar.date(-7, 4), kind: 'SICK' },
    { people: ['demo-yuna'], from: calendar.date(-4, 0), to: calendar.date(-3, 0), kind: 'PTO' },
    { from: calendar.date(-9, 4), to: calendar.date(-9, 5), kind: 'HOLIDAY' },
  ]);
  await api.each(
    'recordServiceSize',
    SERVICES.flatMap(({ key, size, growth }) =>
      Array.from({ length: WEEKS / 2 }, (_, step) => ({
        service: key,
        date: calendar.date(2 * step - WEEKS, 0),
        instances: Math.round(size + growth * 2 * step),
      })),
    ),
  );
  await api.each(
    'setBudget',
    SERVICES.map(({ key, budget }) => ({ service: key, budgetPercent: budget, from: first })),
  );
}
