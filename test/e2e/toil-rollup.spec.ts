import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { ManualClock, Transactions } from '#platform';
import { LateWeeksRepository } from '../../libs/toil/rollup/late-weeks.repository.js';
import { useApi } from '../harness/use-api.js';
import { rollupScene } from './rollup-scene.js';
import { toilScene } from './toil-scene.js';

const RANGE = { from: '2026-02-25', to: '2026-03-20' };
const SERVICES = ['a', 'b', 'c'];
const PEOPLE = ['kim', 'lee', 'ana'];

describe('roll-ups', { timeout: 120_000 }, () => {
  const clock = new ManualClock(new Date('2026-04-01T00:00:00Z'));
  const api = useApi({ clock });
  const scene = toilScene(api);

  const { refresh, ...ask } = rollupScene(api);
  const questions = fc.record({
    view: fc.constantFrom('PERSON', 'TICKET'),
    incidentMode: fc.constantFrom('ENGAGED', 'WALL', 'HANDS_ON'),
    basis: fc.constantFrom('CAPACITY', 'LOGGED', 'LOGGED_EX_OVERHEAD'),
    attribution: fc.constantFrom('EQUAL_SPLIT', 'SEVERITY_WINS', 'FULL'),
    timeBand: fc.constantFrom(undefined, 'BUSINESS', 'OFF', 'SLEEP'),
    services: fc.constantFrom(undefined, ['a'], ['b', 'c']),
  });
  const fromFacts = (question: object) => ask.fromFacts({ ...RANGE, ...question });
  const fromRollups = (question: object) => ask.fromRollups({ ...RANGE, ...question });
  const agree = async (count: number) =>
    fc.assert(
      fc.asyncProperty(questions, async (question) => {
        expect(await fromRollups(question)).toEqual(await fromFacts(question));
      }),
      { numRuns: count, seed: 7 },
    );

  const anyEntry = fc.record({
    person: fc.constantFrom(...PEOPLE),
    service: fc.constantFrom(...SERVICES, undefined),
    workClass: fc.constantFrom('TOIL', 'ENGINEERING', 'OVERHEAD', undefined),
    start: fc.integer({ min: 0, max: 40 * 24 * 4 }),
    quarters: fc.integer({ min: 1, max: 60 }),
    dated: fc.boolean(),
  });
  const inputOf = ({
    start,
    quarters,
    dated,
    ...rest
  }: {
    start: number;
    quarters: number;
    dated: boolean;
  }) => {
    const from = Date.parse('2026-02-15T00:00:00Z') + start * 900_000;
    return dated
      ? { ...rest, date: new Date(from).toISOString().slice(0, 10), duration: `${quarters * 15}m` }
      : {
          ...rest,
          start: new Date(from).toISOString(),
          end: new Date(from + quarters * 900_000).toISOString(),
        };
  };
  const entries = fc.sample(anyEntry, { numRuns: 90, seed: 11 }).map(inputOf);
  const logged: { id: string; version: number }[] = [];

  const event = (input: object) =>
    api.must(
      'mutation($i: RecordIncidentEventInput!) { recordIncidentEvent(input: $i) { userErrors { message } } }',
      { i: { source: 't', ...input } },
    );

  beforeAll(async () => {
    await scene.organization({ reportingZone: 'Europe/Berlin' });
    for (const key of SERVICES) await scene.service(key);
    for (const [i, key] of PEOPLE.entries()) {
      await scene.person(key, { zone: ['Asia/Seoul', 'America/New_York', 'UTC'][i] });
      await scene.allocate(key, SERVICES[i] as string, 80);
    }
    await event({ externalId: '1', type: 'OPENED', at: '2026-03-01T20:00:00Z', service: 'a', title: 'a' });
    await event({ externalId: '1', type: 'ACKNOWLEDGED', at: '2026-03-01T20:30:00Z', person: 'kim' });
    await event({ externalId: '1', type: 'RESOLVED', at: '2026-03-02T01:00:00Z' });
    await api.must(
      'mutation($i: OpenIncidentInput!) { openIncident(input: $i) { userErrors { message } } }',
      {
        i: {
          source: 't',
          externalId: '0',
          service: 'c',
          title: 'c',
          severity: 1,
          at: '2026-03-01T21:00:00Z',
        },
      },
    );
    await event({ externalId: '0', type: 'ACKNOWLEDGED', at: '2026-03-01T21:00:00Z', person: 'kim' });
    await event({ externalId: '0', type: 'RESOLVED', at: '2026-03-01T22:30:00Z' });
    await event({
      externalId: '2',
      type: 'OPENED',
      at: '2026-03-10T20:00:00Z',
      service: 'b',
      title: 'nobody answers',
    });
    await event({ externalId: '2', type: 'RESOLVED', at: '2026-03-10T23:00:00Z' });
    for (const entry of entries.slice(0, 60)) logged.push(await scene.log(entry));
    clock.advance(10);
  });

  it('answer as the facts do once they are refreshed', async () => {
    await refresh();
    await agree(25);
  });

  it('answer as the facts do while some are stale, and after those are refreshed', async () => {
    for (const entry of entries.slice(60)) logged.push(await scene.log(entry));
    for (const { id } of logged.slice(0, 10)) {
      await api.must('mutation($i: DeleteWorkInput!) { deleteWork(input: $i) { userErrors { message } } }', {
        i: { id, version: 1 },
      });
    }
    for (const { id } of logged.slice(10, 14)) {
      await api.must('mutation($i: AmendWorkInput!) { amendWork(input: $i) { userErrors { message } } }', {
        i: { id, deltaSeconds: 777, reason: 'r' },
      });
    }
    clock.advance(10);
    await agree(10);
    await refresh();
    await agree(15);
  });

  it('are made anew when the reporting zone changes', async () => {
    await scene.organization({ reportingZone: 'Pacific/Auckland', weekStart: 'SUNDAY' });
    await agree(5);
    await refresh();
    await agree(15);
  });

  it('sum over services to the sum over people', async () => {
    for (const view of ['PERSON', 'TICKET']) {
      const report = await scene.report({ ...RANGE, view, incidentMode: 'ENGAGED', services: SERVICES });
      const seconds = (rows: { toil: { numeratorSeconds: number } }[]) =>
        rows.reduce((sum, row) => sum + row.toil.numeratorSeconds, 0);
      const people = seconds(report.people);
      const unanswered = 3 * 3600;
      expect(Math.abs(seconds(report.services) - people - unanswered)).toBeLessThanOrEqual(3);
      expect(Math.abs(report.total.numeratorSeconds - people - unanswered)).toBeLessThanOrEqual(3);
    }
  });

  it('count what still runs up to now, and say so', async () => {
    await event({ externalId: '3', type: 'OPENED', at: '2026-03-18T20:00:00Z', service: 'c', title: 'runs' });
    await event({ externalId: '3', type: 'ACKNOWLEDGED', at: '2026-03-18T20:00:00Z', person: 'ana' });
    await refresh();
    const running = await fromRollups({});
    expect(running.total.provisional).toBe(true);
    const before = running.services.find((row: { service: { key: string } }) => row.service.key === 'c');
    expect(before.toil.provisional).toBe(true);
    expect(running.notices.join()).toContain('PROVISIONAL');
    await event({ externalId: '3', type: 'RESOLVED', at: '2026-03-19T20:00:00Z' });
    const ended = await fromRollups({});
    expect(ended.total.provisional).toBe(false);
  });

  it('hold again for what came after an incident that nobody ended', async () => {
    const opened = {
      externalId: '4',
      type: 'OPENED',
      at: '2026-03-03T10:00:00Z',
      service: 'c',
      title: 'forgotten',
    };
    await event(opened);
    await event({ externalId: '4', type: 'ACKNOWLEDGED', at: '2026-03-03T10:00:00Z', person: 'lee' });
    await refresh();
    clock.advance(10);
    const range = { from: '2026-03-02', to: '2026-04-06' };
    const late = await api.app.get(Transactions).run((tx) =>
      new LateWeeksRepository().between(tx, {
        ...range,
        ...{ zone: 'Pacific/Auckland', mode: 'ENGAGED', asOf: clock.now(), knownBy: null },
        ...{ capHours: 24, personIds: null, besides: [] },
      }),
    );
    expect(late.map(({ week }) => week)).toEqual(['2026-03-02']);
    const now = await scene.report(range);
    expect(
      now.services.find((row: { service: { key: string } }) => row.service.key === 'c').toil.provisional,
    ).toBe(true);
    expect(await fromRollups({})).toEqual(await fromFacts({}));
  });
});
