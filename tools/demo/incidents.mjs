import { WEEKS } from './calendar.mjs';
import { PEOPLE, SERVICES } from './organisation.mjs';

const TITLES = {
  'demo-checkout': [
    'Payments time out',
    'Queue of orders grows',
    'Certificate expired',
    'Error rate above 2 %',
  ],
  'demo-search': ['Results are stale', 'Index node is out of disk', 'Latency above 800 ms'],
  'demo-data': ['Nightly load failed', 'Disk full on the warehouse', 'Replica lags by an hour'],
  'demo-door': [
    'Door does not know new colleagues',
    'Training starved for pictures',
    'Camera pictures too dark',
  ],
};

/** The life of one incident: opened, acknowledged, sometimes joined, resolved. */
function eventsOf(number, week, calendar, random) {
  const service = random.pick(SERVICES).key;
  const responders = PEOPLE.filter(({ shares }) => shares[service]).map(({ key }) => key);
  const [weekday, opened] = [random.whole(0, 6), random.whole(0, 23 * 60)];
  const acknowledged = opened + random.whole(2, 25);
  const resolved = acknowledged + random.whole(15, 180);
  const base = { source: 'demo', externalId: `demo-incident-${number}` };
  const at = (minutes) => calendar.instant(week, weekday, minutes);
  const events = [
    { ...base, type: 'OPENED', at: at(opened), service, title: random.pick(TITLES[service]) },
    { ...base, type: 'ACKNOWLEDGED', at: at(acknowledged), person: responders[0] },
  ];
  if (responders.length > 1 && random.chance(0.4)) {
    events.push({ ...base, type: 'JOINED', at: at(acknowledged + 10), person: responders[1] });
  }
  return [...events, { ...base, type: 'RESOLVED', at: at(resolved), person: responders[0] }];
}

const MINUTE_MS = 60_000;

/** One that burns now and one that somebody is on, so that there is something to answer. */
function openNow(now) {
  const at = (minutesAgo) => new Date(now.getTime() - minutesAgo * MINUTE_MS).toISOString();
  const event = (externalId, type, minutesAgo, rest) => ({
    source: 'demo',
    externalId,
    type,
    at: at(minutesAgo),
    ...rest,
  });
  const rate = { service: 'demo-checkout', title: 'Error rate above 2 %' };
  const load = { service: 'demo-data', title: 'Nightly load failed' };
  return [
    event('demo-burning', 'OPENED', 6, rate),
    event('demo-answered', 'OPENED', 41, load),
    event('demo-answered', 'ACKNOWLEDGED', 33, { person: 'demo-theo' }),
  ];
}

/** Incidents of six months and two of now, each event with its delivery's id. */
export async function seedIncidents(api, calendar, random) {
  const events = [];
  let number = 0;
  for (let week = -WEEKS; week < 0; week++) {
    for (let count = random.whole(0, 2); count > 0; count--)
      events.push(...eventsOf(++number, week, calendar, random));
  }
  await api.each(
    'recordIncidentEvent',
    [...events, ...openNow(calendar.now)].map((event, at) => ({
      ...event,
      deliveryId: `demo-delivery-${at}`,
    })),
  );
}
