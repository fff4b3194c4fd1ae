import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { ManualClock } from '#platform';
import { useApi } from '../harness/use-api.js';
import { rollupScene } from './rollup-scene.js';
import { toilScene } from './toil-scene.js';

const SERVICES = ['a', 'b', 'c'];
const PEOPLE = ['kim', 'lee', 'ana', 'bo', 'cy'];
const WEEKS = ['2026-02-23', '2026-03-02', '2026-03-09', '2026-03-16'];
const MINUTE = 60_000;

/** One thing that somebody tells; the numbers choose among what there is. */
interface Step {
  kind:
    | 'log'
    | 'dated'
    | 'update'
    | 'delete'
    | 'amend'
    | 'open'
    | 'event'
    | 'activity'
    | 'snippet'
    | 'answer';
  who: number;
  where: number;
  what: number;
  minute: number;
  length: number;
}

// History that is told in any order: what was known at an instant stays what was known at it.
describe('reports as of an earlier instant', { timeout: 120_000 }, () => {
  const clock = new ManualClock(new Date('2026-03-24T00:00:00Z'));
  const api = useApi({ clock });
  const scene = toilScene(api);
  const { refresh, fromRollups, fromFacts } = rollupScene(api);
  const entries: { id: string; version: number }[] = [];
  const incidents: string[] = [];
  const answered: { question: object; answer: { notices: string[] } }[] = [];
  const instants: string[] = [];

  const step = fc.record<Step>({
    kind: fc.constantFrom<Step['kind'][]>(
      ...(['log', 'log', 'log', 'dated', 'update', 'update', 'delete', 'amend'] as const),
      ...(['open', 'event', 'event', 'event', 'activity', 'snippet', 'answer'] as const),
    ),
    who: fc.nat(PEOPLE.length - 1),
    where: fc.nat(SERVICES.length),
    what: fc.nat(1000),
    minute: fc.nat(28 * 24 * 60),
    length: fc.integer({ min: 1, max: 900 }),
  });
  const question = fc.record({
    range: fc.constantFrom(
      { from: '2026-02-25', to: '2026-03-20' },
      { from: '2026-03-02', to: '2026-03-09' },
      { from: '2026-03-14', to: '2026-03-30' },
    ),
    how: fc.record({
      view: fc.constantFrom('PERSON', 'TICKET'),
      incidentMode: fc.constantFrom('ENGAGED', 'WALL', 'HANDS_ON'),
      attribution: fc.constantFrom('EQUAL_SPLIT', 'SEVERITY_WINS', 'FULL'),
      timeBand: fc.constantFrom(undefined, 'BUSINESS', 'OFF'),
      services: fc.constantFrom(undefined, ['a'], ['b', 'c']),
      combined: fc.boolean(),
    }),
  });

  // A refusal is as good as anything: what was refused is in no report.
  const tell = async (mutation: string, type: string, input: object) => {
    const { data, errors } = await api.query(
      `mutation($i: ${type}!) { ${mutation}(input: $i) { ${SELECTED[mutation] ?? ''} userErrors { code } } }`,
      { i: input },
    );
    if (errors) throw new Error(JSON.stringify(errors));
    return data[mutation];
  };

  async function happen({ kind, who, where, what, minute, length }: Step): Promise<void> {
    const person = PEOPLE[who] as string;
    const service = SERVICES[where];
    const at = (minutes: number) =>
      new Date(Date.parse('2026-02-23T00:00:00Z') + minutes * MINUTE).toISOString();
    const workClass = [undefined, 'TOIL', 'ENGINEERING', 'OVERHEAD'][what % 4];
    const entry = entries[what % Math.max(1, entries.length)];
    const incident = incidents[what % Math.max(1, incidents.length)];
    if (kind === 'log' || kind === 'dated') {
      const when =
        kind === 'log'
          ? { start: at(minute), end: at(minute + length) }
          : { date: at(minute).slice(0, 10), duration: `${length}m` };
      const said = await tell('logWork', 'LogWorkInput', { person, service, workClass, ...when });
      if (said.entry) entries.push(said.entry);
    } else if (kind === 'update' && entry) {
      const when = what % 3 ? { start: at(minute), end: at(minute + length) } : { service: 'b' };
      const said = await tell('updateWork', 'UpdateWorkInput', { ...entry, ...when });
      if (said.entry) entry.version = said.entry.version;
    } else if (kind === 'delete' && entry) await tell('deleteWork', 'DeleteWorkInput', entry);
    else if (kind === 'amend' && entry)
      await tell('amendWork', 'AmendWorkInput', {
        id: entry.id,
        deltaSeconds: 7 * (what - 400),
        reason: 'r',
      });
    else if (kind === 'open') {
      const opened = { service: service ?? 'a', title: 't', severity: 1 + (what % 5), at: at(minute) };
      const said = await tell('openIncident', 'OpenIncidentInput', opened);
      if (said.incident) incidents.push(said.incident.id);
    } else if (kind === 'event' && incident) {
      const type = ['ACKNOWLEDGED', 'JOINED', 'LEFT', 'RESOLVED', 'REOPENED'][what % 5];
      const input = { incident, type, person, at: at(minute) };
      await tell('recordIncidentEvent', 'RecordIncidentEventInput', input);
    } else if (kind === 'activity' && incident)
      await tell('recordActivity', 'RecordActivityInput', { person, incident, at: at(minute) });
    else if (kind === 'snippet') {
      const weekStarting = WEEKS[what % WEEKS.length];
      const line = { person, service: service ?? 'a', weekStarting, toilDuration: `${length}m` };
      await tell('submitSnippet', 'SubmitSnippetInput', line);
    } else if (kind === 'answer') {
      const answer = { person, weekStarting: WEEKS[what % WEEKS.length], toilPercent: String(what % 100) };
      await tell('submitSurveyResponse', 'SubmitSurveyResponseInput', answer);
    }
  }

  const agree = (count: number, seed: number) =>
    fc.assert(
      fc.asyncProperty(question, fc.nat(instants.length), async ({ range, how }, instant) => {
        const asked = { ...range, ...how, asOf: instants[instant] };
        expect(await fromRollups(asked)).toEqual(await fromFacts(asked));
      }),
      { numRuns: count, seed },
    );

  beforeAll(async () => {
    await scene.organization({ reportingZone: 'America/New_York' });
    for (const key of SERVICES) await scene.service(key);
    for (const [i, key] of PEOPLE.entries()) {
      await scene.person(key, { zone: ['Asia/Seoul', 'America/New_York', 'UTC'][i % 3] });
      await scene.allocate(key, SERVICES[i % 3] as string, 60);
    }
  });

  it('agree with the facts, and with what was answered then', async () => {
    const steps = fc.sample(step, { numRuns: 150, seed: 5 });
    const questions = fc.sample(question, { numRuns: 12, seed: 6 });
    for (const [index, one] of steps.entries()) {
      await happen(one);
      clock.advance(60);
      if (index % 30 !== 29) continue;
      const { range, how } = questions[(index - 29) / 30] as (typeof questions)[number];
      const asOf = clock.now().toISOString();
      instants.push(asOf);
      answered.push({
        question: { ...range, ...how, asOf },
        answer: await fromRollups({ ...range, ...how }),
      });
      clock.advance(60);
      if (index % 60 === 29) await refresh();
    }
    await agree(8, 1);
    await refresh();
    await agree(15, 2);
    // Notices speak of incidents as they are now.
    const numbers = ({ notices: _, ...rest }: { notices: string[] }) => rest;
    for (const { question: asked, answer } of answered)
      expect(numbers(await fromRollups(asked))).toEqual(numbers(answer));
  });

  it('agree on what had happened by an instant before the first record', async () => {
    instants.splice(
      0,
      instants.length,
      '2026-03-04T13:37:21.500Z',
      '2026-03-15T02:00:00Z',
      '2026-01-01T00:00:00Z',
    );
    await agree(12, 3);
  });
});

const SELECTED: Record<string, string> = {
  logWork: 'entry { id version }',
  updateWork: 'entry { version }',
  openIncident: 'incident { id }',
};
