import { beforeAll, describe, expect, it } from 'vitest';
import { ManualClock } from '#platform';
import { useApi } from '../harness/use-api.js';
import { byKey, toilScene } from './toil-scene.js';

const ENTRY =
  'entry { id version workClass start end date durationSeconds note deleted service { key } taskType { key } person { key } }';
const ALL = {
  manual: true,
  repetitive: true,
  automatable: true,
  tactical: false,
  noEnduringValue: true,
  scalesLinearly: true,
};

describe('the log of work', () => {
  const clock = new ManualClock(new Date('2026-04-01T00:00:00Z'));
  const api = useApi({ clock });
  const scene = toilScene(api);

  const mutate = async (name: string, inputType: string, input: object, what = ENTRY) => {
    const answer = await api.query(
      `mutation($i: ${inputType}!) { ${name}(input: $i) { ${what} userErrors { code message path details } } }`,
      { i: input },
    );
    if (answer.errors) throw new Error(JSON.stringify(answer.errors));
    return answer.data[name];
  };
  const logWork = (input: object) => mutate('logWork', 'LogWorkInput', { person: 'kim', ...input });
  const refused = async (name: string, inputType: string, input: object, what = ENTRY) =>
    (await mutate(name, inputType, input, what)).userErrors.map((fault: { code: string; path: string[] }) => [
      fault.code,
      fault.path.join('.'),
    ]);

  beforeAll(async () => {
    await scene.organization({ reportingZone: 'Europe/Berlin' });
    for (const key of ['a', 'b', 'c']) await scene.service(key);
    await scene.person('kim');
    await scene.person('lee', { zone: 'America/New_York' });
    await scene.allocate('kim', 'a', 60);
    await scene.allocate('kim', 'b', 40);
  });

  it.each([
    [
      'unknown person',
      { person: 'nobody', date: '2026-03-02', duration: '1h' },
      [['NOT_FOUND', 'input.person']],
    ],
    [
      'unknown service and type',
      { date: '2026-03-02', duration: '1h', service: 'x', taskType: 'y' },
      [
        ['NOT_FOUND', 'input.service'],
        ['NOT_FOUND', 'input.taskType'],
      ],
    ],
    [
      'end before start',
      { start: '2026-03-02T10:00:00Z', end: '2026-03-02T09:00:00Z' },
      [['END_BEFORE_START', 'input.end']],
    ],
    ['the future', { date: '2026-04-02', duration: '1h' }, [['INVALID_INPUT', 'input.date']]],
    ['a negative duration', { date: '2026-03-02', duration: '-1h' }, [['INVALID_INPUT', 'input.duration']]],
    ['an absurd duration', { date: '2026-03-02', duration: '25h' }, [['INVALID_INPUT', 'input.duration']]],
    [
      'a skipped hour',
      {
        startLocal: { local: '2026-03-29T02:30', zone: 'Europe/Berlin' },
        endLocal: { local: '2026-03-29T04:00', zone: 'Europe/Berlin' },
      },
      [['NONEXISTENT_LOCAL_TIME', 'input.startLocal']],
    ],
    [
      'several faults',
      { date: '2026-04-02', duration: '90s', service: 'x' },
      [
        ['INVALID_INPUT', 'input.date'],
        ['INVALID_INPUT', 'input.duration'],
        ['NOT_FOUND', 'input.service'],
      ],
    ],
  ])('refuses %s', async (_, input, expected) => {
    expect(await refused('logWork', 'LogWorkInput', { person: 'kim', ...input })).toEqual(expected);
  });

  it('offers both readings of an ambiguous hour, then takes one', async () => {
    const local = {
      startLocal: { local: '2025-10-26T02:15', zone: 'Europe/Berlin' },
      endLocal: { local: '2025-10-26T03:15', zone: 'Europe/Berlin' },
    };
    const { entry, userErrors } = await logWork(local);
    expect(entry).toBeNull();
    expect(userErrors).toMatchObject([
      { code: 'AMBIGUOUS_LOCAL_TIME', details: { candidates: [{ fold: 0 }, { fold: 1 }] } },
    ]);
    const first = await logWork({ ...local, startLocal: { ...local.startLocal, fold: 0 } });
    expect(first.entry).toMatchObject({ durationSeconds: 7200, start: '2025-10-26T00:15:00.000Z' });
  });

  it('answers a repeated key with the first result, and refuses it with another input', async () => {
    const input = {
      date: '2026-03-02',
      duration: '45m',
      workClass: 'TOIL',
      service: 'a',
      idempotencyKey: 'k1',
    };
    const first = await logWork(input);
    const again = await logWork({ ...input, note: null });
    expect(again.entry.id).toBe(first.entry.id);
    expect((await logWork({ ...input, duration: '46m' })).userErrors).toMatchObject([
      { code: 'IDEMPOTENCY_CONFLICT', path: ['input', 'idempotencyKey'] },
    ]);
  });

  it('takes an outside thing in once', async () => {
    const input = { date: '2026-03-02', duration: '45m', source: 'IMPORT', externalId: 'row-1' };
    const first = await logWork(input);
    const again = await logWork({ ...input, duration: '50m' });
    expect(again.entry).toMatchObject({ id: first.entry.id, durationSeconds: 2700 });
  });

  it('updates with versions, keeps the start when the end moves, and remembers all of it', async () => {
    const { entry } = await logWork({
      start: '2026-03-03T08:00:00Z',
      end: '2026-03-03T09:00:00Z',
      note: 'x',
    });
    const changed = await mutate('updateWork', 'UpdateWorkInput', {
      id: entry.id,
      version: 1,
      end: '2026-03-03T10:00:00Z',
      service: 'b',
    });
    expect(changed.entry).toMatchObject({
      version: 2,
      start: '2026-03-03T08:00:00.000Z',
      durationSeconds: 7200,
      service: { key: 'b' },
      note: 'x',
    });
    const stale = await mutate('updateWork', 'UpdateWorkInput', { id: entry.id, version: 1, note: 'y' });
    expect(stale.userErrors).toMatchObject([
      { code: 'CONFLICT', path: ['input', 'version'], details: { currentVersion: 2 } },
    ]);
    const deleted = await mutate('deleteWork', 'DeleteWorkInput', { id: entry.id, version: 2 });
    expect(deleted.entry).toMatchObject({ deleted: true, version: 3 });
    expect(await refused('deleteWork', 'DeleteWorkInput', { id: entry.id, version: 3 })).toEqual([
      ['INVALID_TRANSITION', 'input.id'],
    ]);
    const { workEntryHistory } = await api.must(
      'query($id: ID!) { workEntryHistory(id: $id) { actor action before after } }',
      { id: entry.id },
    );
    expect(workEntryHistory.map((row: { action: string }) => row.action)).toEqual([
      'work.log',
      'work.update',
      'work.delete',
    ]);
    expect(workEntryHistory[1]).toMatchObject({
      before: { version: 1, durationSeconds: 3600 },
      after: { version: 2, durationSeconds: 7200 },
    });
  });

  it('says that there is no such entry', async () => {
    const id = 'wrk_00000000000000000000000000000000';
    expect(await refused('updateWork', 'UpdateWorkInput', { id, version: 1 })).toEqual([
      ['NOT_FOUND', 'input.id'],
    ]);
    expect(await refused('deleteWork', 'DeleteWorkInput', { id, version: 1 })).toEqual([
      ['NOT_FOUND', 'input.id'],
    ]);
    expect(await refused('amendWork', 'AmendWorkInput', { id, deltaSeconds: 1, reason: 'r' })).toEqual([
      ['NOT_FOUND', 'input.id'],
    ]);
  });

  it('logs the good rows of a batch and returns the bad ones', async () => {
    const { entries, refused: bad } = await mutate(
      'bulkLogWork',
      'BulkLogWorkInput',
      {
        entries: [
          { person: 'kim', date: '2026-03-04', duration: '1h' },
          { person: 'kim', date: '2026-03-04', duration: '1x' },
          { person: 'lee', date: '2026-03-05', duration: '2h' },
        ],
      },
      'entries { durationSeconds } refused { index userErrors { code path } }',
    );
    expect(entries).toEqual([{ durationSeconds: 3600 }, { durationSeconds: 7200 }]);
    expect(bad).toEqual([
      { index: 1, userErrors: [{ code: 'INVALID_INPUT', path: ['input', 'entries', '1', 'duration'] }] },
    ]);
  });

  it('refuses people and services with bad or taken keys, zones and hours', async () => {
    expect(
      await refused('createService', 'CreateServiceInput', { key: 'A b', name: ' ' }, 'service { id }'),
    ).toEqual([
      ['INVALID_INPUT', 'input.key'],
      ['INVALID_INPUT', 'input.name'],
    ]);
    expect(
      await refused('createService', 'CreateServiceInput', { key: 'a', name: 'A' }, 'service { id }'),
    ).toEqual([['KEY_TAKEN', 'input.key']]);
    expect(
      await refused(
        'createPerson',
        'CreatePersonInput',
        { key: 'x', name: 'X', zone: 'Mars/Base', weeklyHours: '169' },
        'person { id }',
      ),
    ).toEqual([
      ['INVALID_INPUT', 'input.weeklyHours'],
      ['INVALID_INPUT', 'input.zone'],
    ]);
    expect(
      await refused(
        'createPerson',
        'CreatePersonInput',
        { key: 'x', name: 'X', lead: 'nobody' },
        'person { id }',
      ),
    ).toEqual([['NOT_FOUND', 'input.lead']]);
    expect(
      await refused(
        'updateOrganization',
        'UpdateOrganizationInput',
        { reportingZone: '+09:00', toilBudgetPercent: '101' },
        'organization { name }',
      ),
    ).toEqual([
      ['INVALID_INPUT', 'input.reportingZone'],
      ['INVALID_INPUT', 'input.toilBudgetPercent'],
    ]);
  });

  it('refuses more than all of a person, on any date', async () => {
    const allocate = (input: object) =>
      mutate('setAllocation', 'SetAllocationInput', { person: 'kim', ...input }, 'accepted');
    const { accepted, userErrors } = await allocate({
      service: 'c',
      sharePercent: '0.01',
      from: '2026-02-01',
    });
    expect(accepted).toBe(false);
    expect(userErrors).toMatchObject([
      { code: 'INVALID_INPUT', path: ['input', 'sharePercent'], details: { date: '2026-02-01' } },
    ]);
    expect((await allocate({ service: 'c', sharePercent: '0', from: '2026-02-01' })).accepted).toBe(true);
    expect(
      (await allocate({ service: 'a', sharePercent: '-1', from: '2026-02-01' })).userErrors,
    ).toMatchObject([{ code: 'INVALID_INPUT', path: ['input', 'sharePercent'] }]);
  });

  it('refuses surveys that do not sum, and weeks that start on another day', async () => {
    const survey = (input: object) =>
      refused(
        'submitSurveyResponse',
        'SubmitSurveyResponseInput',
        { person: 'kim', weekStarting: '2026-03-02', ...input },
        'accepted',
      );
    expect(await survey({ toilPercent: '50', engineeringPercent: '30', overheadPercent: '10' })).toEqual([
      ['INVALID_INPUT', 'input.overheadPercent'],
    ]);
    expect(await survey({ toilPercent: '60', engineeringPercent: '50' })).toEqual([
      ['INVALID_INPUT', 'input.engineeringPercent'],
    ]);
    expect(await survey({ toilPercent: '101' })).toEqual([['INVALID_INPUT', 'input.toilPercent']]);
    expect(await survey({ toilPercent: '50', weekStarting: '2026-03-03' })).toEqual([
      ['INVALID_INPUT', 'input.weekStarting'],
    ]);
    expect(await survey({ toilPercent: '50', engineeringPercent: '30' })).toEqual([]);
  });

  it('proves repetition from the log, in whatever order it is told', async () => {
    await api.must(
      'mutation($i: DefineTaskTypeInput!) { defineTaskType(input: $i) { taskType { workClass score } userErrors { message } } }',
      { i: { key: 'restart', name: 'Restart', criteria: ALL } },
    );
    const log = async (date: string) =>
      (await logWork({ date, duration: '30m', taskType: 'restart', service: 'a' })).entry;
    const third = await log('2026-03-20');
    const first = await log('2026-01-10');
    expect([third.workClass, first.workClass]).toEqual(['UNCLASSIFIED', 'UNCLASSIFIED']);
    const second = await log('2026-02-10');
    expect(second.workClass).toBe('UNCLASSIFIED');
    const now = async (id: string) =>
      (await api.must('query($id: ID!) { node(id: $id) { ... on WorkEntry { workClass version } } }', { id }))
        .node;
    expect(await now(third.id)).toEqual({ workClass: 'TOIL', version: 1 });
    expect((await log('2025-01-01')).workClass).toBe('UNCLASSIFIED');
    await mutate('deleteWork', 'DeleteWorkInput', { id: first.id, version: 1 });
    expect((await now(third.id)).workClass).toBe('UNCLASSIFIED');
  });

  it('reports as of an earlier instant, and locks weeks whose snapshot stays', async () => {
    const week = { from: '2026-03-09', to: '2026-03-16', services: ['a'] };
    await logWork({ date: '2026-03-10', duration: '6h', workClass: 'TOIL', service: 'a' });
    const before = clock.now();
    clock.advance(60);
    const { entry } = await logWork({ date: '2026-03-11', duration: '2h', workClass: 'TOIL', service: 'a' });
    expect((await scene.report(week)).total).toMatchObject({
      percent: '33.33',
      numeratorSeconds: 28_800,
      denominatorSeconds: 86_400,
    });
    expect((await scene.report({ ...week, asOf: before.toISOString() })).total).toMatchObject({
      numeratorSeconds: 21_600,
      asOf: before.toISOString(),
    });
    clock.advance(60);
    const lock = (weekStarting: string) =>
      mutate('lockPeriod', 'LockPeriodInput', { weekStarting }, 'accepted duplicate');
    expect(await lock('2026-03-10')).toMatchObject({
      accepted: false,
      userErrors: [{ code: 'INVALID_INPUT', path: ['input', 'weekStarting'] }],
    });
    expect(await lock('2026-03-09')).toMatchObject({ accepted: true, duplicate: false });
    expect(await lock('2026-03-09')).toMatchObject({ accepted: true, duplicate: true });
    expect(
      await refused('logWork', 'LogWorkInput', { person: 'kim', date: '2026-03-10', duration: '1h' }),
    ).toEqual([['PERIOD_LOCKED', 'input.date']]);
    expect(
      await refused('logWork', 'LogWorkInput', {
        person: 'kim',
        start: '2026-03-08T22:00:00Z',
        end: '2026-03-08T23:30:00Z',
      }),
    ).toEqual([['PERIOD_LOCKED', 'input.start']]);
    expect(
      await refused('updateWork', 'UpdateWorkInput', { id: entry.id, version: 1, date: '2026-03-20' }),
    ).toEqual([['PERIOD_LOCKED', 'input.id']]);
    expect(await refused('deleteWork', 'DeleteWorkInput', { id: entry.id, version: 1 })).toEqual([
      ['PERIOD_LOCKED', 'input.id'],
    ]);
    expect(
      await refused('amendWork', 'AmendWorkInput', { id: entry.id, deltaSeconds: -7201, reason: 'r' }),
    ).toEqual([['INVALID_INPUT', 'input.deltaSeconds']]);
    expect(
      await refused('amendWork', 'AmendWorkInput', {
        id: entry.id,
        deltaSeconds: -3600,
        reason: 'half of it',
      }),
    ).toEqual([]);
    const report = await scene.report(week);
    expect(report.total).toMatchObject({ percent: '29.17', numeratorSeconds: 25_200 });
    expect(report.snapshot).toMatchObject({ percent: '33.33', numeratorSeconds: 28_800 });
    await scene.organization({ reportingZone: 'Asia/Seoul' });
    expect((await scene.report(week)).snapshot).toMatchObject({ percent: '33.33' });
    expect((await scene.report({ ...week, basis: 'LOGGED' })).snapshot).toMatchObject({ percent: '100.00' });
    await scene.organization({ reportingZone: 'Europe/Berlin' });
  });

  it('never lets an entry become shorter than what was amended away', async () => {
    const { entry } = await logWork({
      person: 'kim',
      service: 'a',
      workClass: 'TOIL',
      start: '2025-11-04T09:00:00Z',
      end: '2025-11-04T10:00:00Z',
    });
    const amended = { id: entry.id, deltaSeconds: -3000, reason: 'it was less' };
    expect(await refused('amendWork', 'AmendWorkInput', amended)).toEqual([]);
    const change = async (input: object) =>
      refused('updateWork', 'UpdateWorkInput', { id: entry.id, version: 1, ...input });
    expect(await change({ duration: '49m' })).toEqual([['INVALID_INPUT', 'input.duration']]);
    expect(await change({ start: '2025-11-04T09:30:00Z' })).toEqual([['INVALID_INPUT', 'input.end']]);
    expect(await change({ duration: '50m' })).toEqual([]);
    const report = await scene.report({ from: '2025-11-03', to: '2025-11-10' });
    expect(report.total.numeratorSeconds).toBe(0);
  });

  it('keeps the bands of the person, and adds them up', async () => {
    await logWork({
      person: 'lee',
      service: 'c',
      workClass: 'TOIL',
      start: '2026-03-24T20:00:00Z',
      end: '2026-03-25T03:00:00Z',
    });
    const hours = async (timeBand?: string) =>
      byKey((await scene.report({ from: '2026-03-23', to: '2026-03-30', timeBand })).services).c.toil
        .numeratorSeconds / 3600;
    // 16:00 to 23:00 in New York
    expect([await hours('BUSINESS'), await hours('OFF'), await hours('SLEEP'), await hours()]).toEqual([
      2, 4, 1, 7,
    ]);
  });

  it('says what is wrong with a question', async () => {
    const ask = async (input: object) =>
      (await api.query('query($i: ToilReportInput!) { toilReport(input: $i) { from } }', { i: input }))
        .errors?.[0]?.extensions;
    expect(await ask({ from: '2026-03-09', to: '2026-03-09' })).toMatchObject({
      code: 'BAD_USER_INPUT',
      reason: 'END_BEFORE_START',
    });
    expect(await ask({ from: '2026-03-09', to: '2026-03-10', services: ['nope'] })).toMatchObject({
      code: 'NOT_FOUND',
    });
  });

  it('combines snippets and the survey with the log', async () => {
    await scene.service('d');
    for (const [key, toilPercent] of [
      ['p1', '20'],
      ['p2', '40'],
      ['p3', '60'],
      ['p4', null],
    ] as const) {
      await scene.person(key);
      await scene.allocate(key, 'd', 100);
      if (toilPercent)
        await api.must(
          'mutation($i: SubmitSurveyResponseInput!) { submitSurveyResponse(input: $i) { userErrors { message } } }',
          { i: { person: key, weekStarting: '2026-02-02', toilPercent } },
        );
    }
    await logWork({ person: 'p1', service: 'd', date: '2026-02-03', duration: '6h', workClass: 'TOIL' });
    await logWork({
      person: 'p1',
      service: 'd',
      date: '2026-02-03',
      duration: '10h',
      workClass: 'ENGINEERING',
    });
    const question = { from: '2026-02-02', to: '2026-02-09', services: ['d'], combined: true };
    // T 6, L 16, C 160, S 40 %: (6 + 144 x .4) / 160 = 39.75 %; half-width of the survey t(.975,2) sqrt(.04/3 x .25) = 24.84 %, x .9
    expect((await scene.report(question)).total).toMatchObject({
      percent: '39.75',
      lowPercent: '17.39',
      highPercent: '62.11',
      tier: 'LOW',
      coveragePercent: '10.00',
    });
    const snippet = (toilDuration: string) =>
      mutate(
        'submitSnippet',
        'SubmitSnippetInput',
        { person: 'p1', service: 'd', weekStarting: '2026-02-02', toilDuration },
        'accepted duplicate',
      );
    await snippet('5h');
    expect((await scene.report(question)).total.percent).toBe('39.75');
    await snippet('10h');
    // T 10, L 20: (10 + 140 x .4) / 160
    expect((await scene.report(question)).total.percent).toBe('41.25');
    expect((await scene.report({ ...question, combined: false })).total.percent).toBe('3.75');
  });
});

describe('what a report tells beside its numbers', () => {
  const clock = new ManualClock(new Date('2026-04-01T00:00:00Z'));
  const api = useApi({ clock });
  const scene = toilScene(api);
  const W10 = { from: '2026-03-02', to: '2026-03-09' };

  beforeAll(async () => {
    await scene.organization({ reportingZone: 'UTC' });
    await scene.service('a');
    for (const [i, key] of ['p1', 'p2', 'p3', 'p4', 'p5'].entries()) {
      await scene.person(key);
      await scene.allocate(key, 'a', 100);
      if (i > 0)
        await scene.log({
          person: key,
          service: 'a',
          workClass: 'TOIL',
          date: '2026-03-03',
          duration: `${i * 4}h`,
        });
    }
  });

  it('is explained, has contributors, a spread without names, and the average for policy', async () => {
    const { toilReport } = await api.must(
      `query($i: ToilReportInput!) { toilReport(input: $i) { total { explanation } spread { people gini lowestPercent medianPercent highestPercent }
         contributors { kind title seconds items } policy { toil { percent denominatorSeconds } band } } }`,
      { i: W10 },
    );
    expect(toilReport).toMatchObject({
      total: { explanation: expect.stringContaining('40 h of toil, 200 h of capacity: 20.00 %.') },
      spread: {
        people: 5,
        gini: '0.4',
        lowestPercent: '0.00',
        medianPercent: '20.00',
        highestPercent: '40.00',
      },
      contributors: [{ kind: 'OTHER_WORK', seconds: 144_000, items: 4 }],
    });
    expect(toilReport.policy[0].toil.denominatorSeconds).toBeLessThan(13 * 200 * 3600);
  });

  it('counts only what had happened by an instant before the first record', async () => {
    await scene.log({
      person: 'p1',
      service: 'a',
      workClass: 'TOIL',
      start: '2026-02-10T10:00:00Z',
      end: '2026-02-10T14:00:00Z',
    });
    const seconds = async (asOf?: string) =>
      (await scene.report({ from: '2026-02-09', to: '2026-02-16', asOf })).total.numeratorSeconds;
    expect([
      await seconds(),
      await seconds('2026-02-10T11:00:00Z'),
      await seconds('2026-02-09T11:00:00Z'),
    ]).toEqual([14_400, 3600, 0]);
  });

  it('keeps the old zone for what lies before a move', async () => {
    await scene.log({
      person: 'p1',
      service: 'a',
      workClass: 'TOIL',
      start: '2026-03-10T10:00:00Z',
      end: '2026-03-10T11:00:00Z',
    });
    await scene.log({
      person: 'p1',
      service: 'a',
      workClass: 'TOIL',
      start: '2026-03-17T10:00:00Z',
      end: '2026-03-17T11:00:00Z',
    });
    await api.must(
      'mutation($i: UpdatePersonInput!) { updatePerson(input: $i) { person { zone } userErrors { message } } }',
      {
        i: { person: 'p1', zone: 'Asia/Seoul', zoneFrom: '2026-03-15T00:00:00Z' },
      },
    );
    const business = async (from: string, to: string) =>
      (await scene.report({ from, to, timeBand: 'BUSINESS' })).total.numeratorSeconds;
    expect([await business('2026-03-09', '2026-03-16'), await business('2026-03-16', '2026-03-23')]).toEqual([
      3600, 0,
    ]);
  });

  it('tells of a survey without showing single answers', async () => {
    for (const [key, toilPercent] of [
      ['p1', '10'],
      ['p2', '30'],
    ]) {
      await api.must(
        'mutation($i: SubmitSurveyResponseInput!) { submitSurveyResponse(input: $i) { userErrors { message } } }',
        { i: { person: key, weekStarting: '2026-03-02', toilPercent } },
      );
    }
    const { surveyReport } = await api.must(
      '{ surveyReport(weekStarting: "2026-03-02") { answers meanPercent responsePercent nonResponseHighPercent warnings spreadPercents } }',
    );
    expect(surveyReport).toEqual({
      answers: 2,
      meanPercent: '20.00',
      responsePercent: '40.00',
      nonResponseHighPercent: '68.00',
      warnings: ['LOW_RESPONSE'],
      spreadPercents: null,
    });
  });

  it('shows a person its own row, a lead its people, and nobody the others', async () => {
    await scene.person('boss');
    await api.must(
      'mutation($i: UpdatePersonInput!) { updatePerson(input: $i) { userErrors { message } } }',
      { i: { person: 'p2', lead: 'boss' } },
    );
    const rowsOf = async (person: string | null, role: string): Promise<string[]> => {
      const account = (
        await api.must(
          'mutation($i: CreateAccountInput!) { createAccount(input: $i) { account { id } userErrors { message } } }',
          { i: { name: `${person} ${role}`, person, role } },
        )
      ).createAccount.account.id;
      const { secret } = (
        await api.must(
          'mutation($i: CreateApiTokenInput!) { createApiToken(input: $i) { secret userErrors { message } } }',
          { i: { name: 't', account } },
        )
      ).createApiToken;
      const { data } = await api.query(
        'query($i: ToilReportInput!) { toilReport(input: $i) { people { person { key } } } }',
        { i: W10 },
        secret,
      );
      return data.toilReport.people.map((row: { person: { key: string } }) => row.person.key);
    };
    expect(await rowsOf('p1', 'MEMBER')).toEqual(['p1']);
    expect(await rowsOf('boss', 'LEAD')).toEqual(['p2']);
    expect(await rowsOf(null, 'LEAD')).toEqual([]);
    expect(await rowsOf(null, 'ADMIN')).toEqual(['p1', 'p2', 'p3', 'p4', 'p5']);
  });
});
