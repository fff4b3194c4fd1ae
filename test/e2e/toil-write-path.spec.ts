import pg from 'pg';
import { beforeAll, describe, expect, it } from 'vitest';
import { ManualClock } from '#platform';
import { useApi } from '../harness/use-api.js';
import { toilScene } from './toil-scene.js';

const ENTRY = 'entry { id workClass } userErrors { code path }';
const ALL = {
  manual: true,
  repetitive: true,
  automatable: true,
  tactical: false,
  noEnduringValue: true,
  scalesLinearly: true,
};

describe('writing work', () => {
  // Already Thursday in Seoul, still Wednesday in UTC.
  const clock = new ManualClock(new Date('2026-03-04T20:00:00Z'));
  const api = useApi({ clock });
  const scene = toilScene(api);
  const log = async (input: object) =>
    (
      await api.query(`mutation($i: LogWorkInput!) { logWork(input: $i) { ${ENTRY} } }`, {
        i: { person: 'kim', service: 'a', workClass: 'TOIL', date: '2026-03-02', duration: '1h', ...input },
      })
    ).data.logWork;
  const bulk = async (entries: object[]) =>
    (
      await api.query(
        `mutation($i: BulkLogWorkInput!) { bulkLogWork(input: $i) {
           entries { id workClass } refused { index userErrors { code path } } userErrors { code } } }`,
        { i: { entries: entries.map((entry) => ({ person: 'kim', duration: '1h', ...entry })) } },
      )
    ).data.bulkLogWork;
  const update = (mutation: string, input: object) =>
    api.must(
      `mutation($i: ${mutation[0]?.toUpperCase()}${mutation.slice(1)}Input!) { ${mutation}(input: $i) { userErrors { code } } }`,
      { i: input },
    );
  const defineType = (key: string) => update('defineTaskType', { key, name: key, criteria: ALL });

  beforeAll(async () => {
    await scene.organization({ reportingZone: 'Asia/Seoul' });
    for (const key of ['a', 'b']) await scene.service(key);
    await scene.person('kim');
  });

  it('knows at once that something named was archived, and that it is back', async () => {
    expect((await log({ service: 'b' })).userErrors).toEqual([]);
    await update('updateService', { service: 'b', archived: true });
    expect(await log({ service: 'b' })).toMatchObject({
      entry: null,
      userErrors: [{ code: 'ARCHIVED', path: ['input', 'service'] }],
    });
    await update('updateService', { service: 'b', archived: false });
    expect((await log({ service: 'b' })).userErrors).toEqual([]);
  });

  it('judges dates in the reporting zone of this moment', async () => {
    expect((await log({ date: '2026-03-05' })).userErrors).toEqual([]);
    await scene.organization({ reportingZone: 'UTC' });
    expect((await log({ date: '2026-03-05' })).userErrors).toMatchObject([{ path: ['input', 'date'] }]);
    await scene.organization({ reportingZone: 'Asia/Seoul' });
    expect((await log({ date: '2026-03-05' })).userErrors).toEqual([]);
  });

  it('gives an entry the class that its task type has at this moment', async () => {
    await update('defineTaskType', { key: 'restart', name: 'Restart', forcedClass: 'TOIL' });
    const classOf = async () =>
      (await log({ taskType: 'restart', workClass: null })).entry.workClass as string;
    expect(await classOf()).toBe('TOIL');
    await update('updateTaskType', { taskType: 'restart', forcedClass: 'ENGINEERING' });
    expect(await classOf()).toBe('ENGINEERING');
  });

  it('makes one entry of twenty equal calls with one key', async () => {
    const calls = Array.from({ length: 20 }, () => log({ idempotencyKey: 'once', note: 'the same' }));
    const ids = (await Promise.all(calls)).map(({ entry }) => entry.id);
    expect(new Set(ids).size).toBe(1);
    expect((await log({ idempotencyKey: 'once', note: 'another' })).userErrors).toMatchObject([
      { code: 'IDEMPOTENCY_CONFLICT' },
    ]);
  });

  it('keeps a used key answered when its input would be refused by now, and refuses a new one', async () => {
    const first = await log({ idempotencyKey: 'early', service: 'b' });
    await update('updateService', { service: 'b', archived: true });
    expect(await log({ idempotencyKey: 'early', service: 'b' })).toEqual(first);
    expect((await log({ idempotencyKey: 'late', service: 'b' })).userErrors).toMatchObject([
      { code: 'ARCHIVED' },
    ]);
    await update('updateService', { service: 'b', archived: false });
    expect((await log({ idempotencyKey: 'late', service: 'b' })).userErrors).toEqual([]);
  });

  it('refuses an entry that waited while its week was frozen', async () => {
    const client = new pg.Client({ connectionString: api.databaseUrl });
    await client.connect();
    try {
      const week = { date: '2026-02-17' };
      // The statement is known to every connection by now, and its plan is cached.
      for (let n = 0; n < 20; n++) expect((await log(week)).userErrors).toEqual([]);
      await client.query('begin; lock table work_entry in share row exclusive mode');
      const waiting = log(week);
      const blocked = `select from pg_locks where not granted and relation = 'work_entry'::regclass`;
      while ((await client.query(blocked)).rowCount === 0);
      await client.query(`insert into week_lock (week_starting, starts_at, ends_at, locked_at, snapshot)
        values ('2026-02-16', '2026-02-16T00:00+09', '2026-02-23T00:00+09', now(), '{}')`);
      await client.query('commit');
      expect((await waiting).userErrors).toEqual([{ code: 'PERIOD_LOCKED', path: ['input', 'date'] }]);
    } finally {
      await client.end();
    }
  });

  it('leaves nothing behind of an entry that was refused by a frozen week', async () => {
    const before = await api.must('{ workEntries(first: 100) { nodes { id } } }');
    expect((await log({ date: '2026-02-18', idempotencyKey: 'frozen' })).userErrors).toMatchObject([
      { code: 'PERIOD_LOCKED' },
    ]);
    expect(await api.must('{ workEntries(first: 100) { nodes { id } } }')).toEqual(before);
    expect((await log({ date: '2026-03-02', idempotencyKey: 'frozen' })).userErrors).toEqual([]);
  });

  it('counts the occurrences of a batch like those of single entries, whatever came first', async () => {
    const days = ['2026-01-05', '2026-01-06', '2026-01-07', '2026-01-08', '2026-01-09', '2025-01-06'];
    await defineType('singly');
    const singly = new Map<string, string>();
    for (const date of days)
      singly.set(date, (await log({ date, taskType: 'singly', workClass: null })).entry.id);
    await defineType('batched');
    const batched = new Map<string, string>();
    for (const group of [[4, 0, 2], [5, 1], [3]]) {
      const rows = group.map((n) => ({ date: days[n], taskType: 'batched', service: 'a' }));
      const { entries, refused } = await bulk(rows);
      expect(refused).toEqual([]);
      for (const [at, n] of group.entries()) batched.set(days[n] as string, entries[at].id);
    }
    const { nodes } = (
      await api.must('{ workEntries(first: 100, to: "2026-01-31T00:00:00Z") { nodes { id workClass } } }')
    ).workEntries as { nodes: { id: string; workClass: string }[] };
    const classes = (ids: Map<string, string>) =>
      days.map((day) => nodes.find(({ id }) => id === ids.get(day))?.workClass);
    // The oldest lies within 365 days of the first two of January, as the window counts.
    const expected = ['UNCLASSIFIED', 'TOIL', 'TOIL', 'TOIL', 'TOIL', 'UNCLASSIFIED'];
    expect(classes(batched)).toEqual(expected);
    expect(classes(singly)).toEqual(expected);
  });

  it('takes outside things in once, within a batch and over batches, and hides no row behind a bad one', async () => {
    const row = (externalId: string, more: object = {}) => ({ date: '2026-03-02', externalId, ...more });
    const first = await bulk([
      row('x'),
      row('y', { service: 'nothing' }),
      row('x', { duration: '2h' }),
      row('z'),
    ]);
    expect(first.refused).toEqual([
      { index: 1, userErrors: [{ code: 'NOT_FOUND', path: ['input', 'entries', '1', 'service'] }] },
    ]);
    const [x, again, z] = first.entries.map((entry: { id: string }) => entry.id);
    expect(again).toBe(x);
    const second = await bulk([row('z'), row('y'), row('x'), row('')]);
    expect(second.entries.map((entry: { id: string }) => entry.id)).toEqual([z, expect.any(String), x]);
    expect(second.refused).toMatchObject([{ index: 3, userErrors: [{ code: 'INVALID_INPUT' }] }]);
  });
});
