import { beforeAll, describe, expect, it } from 'vitest';
import { useApi } from '../harness/use-api.js';
import { incidentScene } from './incident-scene.js';
import { byKey, toilScene } from './toil-scene.js';

const at = (clock: string, day = '03') => `2026-03-${day}T${clock}:00Z`;

interface Draft {
  id: string;
  startAt: string;
  endAt: string;
  source: string;
  note: string | null;
  incident: { id: string } | null;
}

describe('drafts that nobody had to type', () => {
  const api = useApi();
  const scene = toilScene(api);
  const incidents = incidentScene(api);
  let people = 0;

  /** A service and a person of the test's own. */
  const somebody = async () => {
    const key = `person-${++people}`;
    const service = `service-${people}`;
    await scene.service(service);
    await scene.person(key);
    await scene.allocate(key, service, 100);
    return { person: key, service };
  };
  const open = async (person: string, week: string | null = null): Promise<Draft[]> =>
    (
      await api.must(
        'query($p: String!, $w: Date) { drafts(person: $p, weekStarting: $w) { id startAt endAt source note incident { id } } }',
        { p: person, w: week },
      )
    ).drafts;
  const ranges = async (person: string) =>
    (await open(person)).map(({ startAt, endAt }) => `${startAt.slice(11, 16)}-${endAt.slice(11, 16)}`);
  const active = async (input: object) =>
    (
      await api.query(
        'mutation($i: RecordActivityInput!) { recordActivity(input: $i) { accepted duplicate userErrors { code path } } }',
        { i: input },
      )
    ).data.recordActivity;
  const confirm = async (input: object) =>
    (
      await api.query(
        'mutation($i: ConfirmDraftsInput!) { confirmDrafts(input: $i) { entries { workClass durationSeconds source } userErrors { code path } } }',
        { i: input },
      )
    ).data.confirmDrafts;
  const dismiss = (ids: string[]) =>
    api.must(
      'mutation($i: DismissDraftsInput!) { dismissDrafts(input: $i) { accepted userErrors { code } } }',
      {
        i: { ids },
      },
    );
  const toil = async (person: string, incidentMode: string, view = 'PERSON') =>
    byKey((await scene.report({ from: '2026-03-02', to: '2026-03-09', incidentMode, view })).people)[person]
      ?.toil.numeratorSeconds;

  beforeAll(() => scene.organization({ reportingZone: 'Etc/UTC' }));

  it('are left by an engagement when it is over, and confirmed without counting twice', async () => {
    const { person, service } = await somebody();
    const incident = await incidents.open({ service, title: 'slow', at: at('09:00') });
    await incidents.event(incident, 'ACKNOWLEDGED', at('09:10'), person);
    expect(await open(person)).toEqual([]);
    await incidents.event(incident, 'RESOLVED', at('10:00'));
    const [draft] = await open(person);
    expect(draft).toMatchObject({
      startAt: '2026-03-03T09:10:00.000Z',
      source: 'INCIDENT',
      incident: { id: incident },
    });
    const before = await toil(person, 'ENGAGED');
    expect(await confirm({ ids: [draft?.id] })).toEqual({
      entries: [{ workClass: 'TOIL', durationSeconds: 3000, source: 'INCIDENT' }],
      userErrors: [],
    });
    for (const mode of ['ENGAGED', 'HANDS_ON', 'WALL'])
      expect([mode, await toil(person, mode)]).toEqual([mode, mode === 'WALL' ? 3600 : before]);
    expect(await open(person)).toEqual([]);
  });

  it('follow the incident: later events move them, decided ones stay', async () => {
    const { person, service } = await somebody();
    const incident = await incidents.open({ service, title: 'moves', at: at('09:00') });
    await incidents.event(incident, 'RESOLVED', at('11:00'));
    await incidents.event(incident, 'ACKNOWLEDGED', at('09:30'), person);
    expect(await ranges(person)).toEqual(['09:30-11:00']);
    await incidents.event(incident, 'LEFT', at('10:00'), person);
    expect(await ranges(person)).toEqual(['09:30-10:00']);
    await dismiss((await open(person)).map(({ id }) => id));
    await incidents.event(incident, 'JOINED', at('10:30'), person);
    expect(await ranges(person)).toEqual(['10:30-11:00']);
  });

  it('are none of who stated hands-on minutes', async () => {
    const { person, service } = await somebody();
    const incident = await incidents.open({ service, title: 'stated', at: at('09:00') });
    await incidents.event(incident, 'ACKNOWLEDGED', at('09:30'), person);
    await incidents.event(incident, 'RESOLVED', at('11:00'), person, { handsOnMinutes: 20 });
    expect(await open(person)).toEqual([]);
  });

  it('take the hands-on time from signs of activity, and so does the HANDS_ON tier', async () => {
    const { person, service } = await somebody();
    const incident = await incidents.open({ service, title: 'busy', at: at('09:00') });
    await incidents.event(incident, 'ACKNOWLEDGED', at('09:00'), person);
    await incidents.event(incident, 'RESOLVED', at('12:00'));
    for (const clock of ['10:15', '09:30', '09:50', '11:58'])
      expect((await active({ person, incident, at: at(clock), externalId: `m ${clock}` })).duplicate).toBe(
        false,
      );
    expect((await active({ person, incident, at: at('09:30'), externalId: 'm 09:30' })).duplicate).toBe(true);
    expect(await ranges(person)).toEqual(['09:30-10:00', '10:15-10:25', '11:58-12:00']);
    expect(await toil(person, 'HANDS_ON')).toBe(42 * 60);
    expect(await toil(person, 'ENGAGED')).toBe(3 * 3600);
    const { node } = await api.must(
      'query($id: ID!) { node(id: $id) { ... on Incident { handsOnSeconds responses { handsOnSeconds inferredSeconds } } } }',
      { id: incident },
    );
    expect(node).toEqual({
      handsOnSeconds: 2520,
      responses: [{ handsOnSeconds: null, inferredSeconds: 2520 }],
    });
  });

  it('grow out of activity in a chat, in any order, and are confirmed piece by piece', async () => {
    const { person, service } = await somebody();
    const say = (clock: string) => active({ person, service, at: at(clock), note: `at ${clock}` });
    await say('10:40');
    await say('10:00');
    expect(await ranges(person)).toEqual(['10:00-10:10', '10:40-10:50']);
    await say('10:20');
    expect(await open(person)).toMatchObject([{ note: 'at 10:00', source: 'CHAT', incident: null }]);
    expect(await ranges(person)).toEqual(['10:00-10:50']);
    await confirm({ ids: (await open(person)).map(({ id }) => id), workClass: 'TOIL' });
    await say('10:55');
    expect(await ranges(person)).toEqual(['10:50-11:05']);
    await confirm({ person, workClass: 'TOIL' });
    expect(await toil(person, 'ENGAGED')).toBe(65 * 60);
  });

  it('are confirmed by the week, classified together, and what cannot be logged stays with a reason', async () => {
    const { person, service } = await somebody();
    for (const day of ['02', '03', '09']) await active({ person, service, at: at('10:00', day) });
    await active({ person, at: at('15:00') });
    expect(await open(person, '2026-03-02')).toHaveLength(3);
    await api.must(
      'mutation { lockPeriod(input: { weekStarting: "2026-02-23" }) { accepted userErrors { message } } }',
    );
    await active({ person, service, at: at('10:00', '01') });
    const week = await confirm({ person, weekStarting: '2026-03-02', workClass: 'TOIL', service });
    expect(week.entries).toHaveLength(3);
    expect(week.entries[0]).toEqual({ workClass: 'TOIL', durationSeconds: 600, source: 'CHAT' });
    const rest = await confirm({ person, workClass: 'ENGINEERING' });
    expect(rest.entries).toHaveLength(1);
    expect(rest.userErrors).toMatchObject([{ code: 'PERIOD_LOCKED' }]);
    expect(await open(person)).toHaveLength(1);
  });

  it('refuse what nobody can have done', async () => {
    const { person, service } = await somebody();
    const refused = async (input: object) => (await active({ person, at: at('10:00'), ...input })).userErrors;
    expect(await refused({ person: 'nobody' })).toEqual([{ code: 'NOT_FOUND', path: ['input', 'person'] }]);
    expect(await refused({ service: 'nowhere' })).toEqual([
      { code: 'NOT_FOUND', path: ['input', 'service'] },
    ]);
    expect(await refused({ incident: 'inc_x' })).toEqual([
      { code: 'NOT_FOUND', path: ['input', 'incident'] },
    ]);
    expect(await refused({ at: '2999-01-01T00:00:00Z' })).toEqual([
      { code: 'INVALID_INPUT', path: ['input', 'at'] },
    ]);
    expect(await refused({ service, incident: 'inc_x' })).toEqual([
      { code: 'INVALID_INPUT', path: ['input', 'service'] },
    ]);
    expect((await confirm({})).userErrors).toEqual([{ code: 'INVALID_INPUT', path: ['input', 'person'] }]);
    expect((await confirm({ ids: [], person })).userErrors).toEqual([
      { code: 'INVALID_INPUT', path: ['input', 'ids'] },
    ]);
  });
});
