import iconv from 'iconv-lite';
import { beforeAll, describe, expect, it } from 'vitest';
import { Jobs, ManualClock, Transactions } from '#platform';
import { stopForgottenTimers } from '#toil';
import { useApi } from '../harness/use-api.js';
import { useWorker } from '../harness/use-worker.js';
import { toilScene } from './toil-scene.js';

const ENTRY =
  'entry { id date start end durationSeconds note source workClass service { key } taskType { key } } userErrors { code path message }';

describe('logging with the least friction', () => {
  // a Wednesday afternoon in Seoul
  const clock = new ManualClock(new Date('2026-03-04T05:00:00Z'));
  const api = useApi({ clock });
  const worker = useWorker(() => ({ databaseUrl: api.databaseUrl, dataDir: api.dataDir, clock }));
  const scene = toilScene(api);
  const quick = async (line: string) =>
    (
      await api.query(`mutation($i: LogQuickEntryInput!) { logQuickEntry(input: $i) { ${ENTRY} } }`, {
        i: { person: 'kim', line },
      })
    ).data.logQuickEntry;

  beforeAll(async () => {
    await scene.organization({ reportingZone: 'Asia/Seoul' });
    for (const key of ['checkout', 'search']) await scene.service(key);
    await scene.person('kim');
    await api.must(
      'mutation($i: DefineTaskTypeInput!) { defineTaskType(input: $i) { userErrors { message } } }',
      {
        i: { key: 'deploy', name: 'Deploy', forcedClass: 'TOIL' },
      },
    );
  });

  it('shows how a line is understood before it is logged', async () => {
    const { previewQuickEntry } = await api.must(
      '{ previewQuickEntry(person: "kim", line: "45m checkout restart pods #deploy @yesterday") { durationSeconds service taskType date note faults { word } } }',
    );
    expect(previewQuickEntry).toEqual({
      ...{
        durationSeconds: 2700,
        service: 'checkout',
        taskType: 'deploy',
        date: '2026-03-03',
        note: 'restart pods',
        faults: [],
      },
    });
    const { entry } = await quick('45m checkout restart pods #deploy @yesterday');
    expect(entry).toMatchObject({
      date: '2026-03-03',
      durationSeconds: 2700,
      service: { key: 'checkout' },
      workClass: 'TOIL',
    });
    expect(await quick('checkout #nothing')).toMatchObject({
      entry: null,
      userErrors: [{ code: 'INVALID_INPUT' }, { code: 'INVALID_INPUT' }],
    });
  });

  it('says of a line what would be refused, before it is logged', async () => {
    const { previewQuickEntry } = await api.must(
      '{ previewQuickEntry(person: "kim", line: "45 checkout @2026-03-05") { faults { word } } }',
    );
    expect(previewQuickEntry.faults).toEqual([{ word: '45' }, { word: '@2026-03-05' }]);
  });

  it('logs on the latest day there is, when it is tomorrow already where the person is', async () => {
    await scene.person('east', { zone: 'Pacific/Kiritimati' });
    clock.set(new Date('2026-03-04T12:00:00Z'));
    const { entry } = (
      await api.must(
        `mutation { logQuickEntry(input: { person: "east", line: "45m checkout" }) { ${ENTRY} } }`,
      )
    ).logQuickEntry;
    expect(entry.date).toBe('2026-03-04');
    clock.set(new Date('2026-03-04T05:00:00Z'));
  });

  it('repeats the last one today', async () => {
    const { repeatLast } = await api.must(`mutation { repeatLast(input: { person: "kim" }) { ${ENTRY} } }`);
    expect(repeatLast.entry).toMatchObject({
      date: '2026-03-04',
      durationSeconds: 2700,
      note: 'restart pods',
      taskType: { key: 'deploy' },
    });
  });

  const preview = async (line: string, person = 'kim') =>
    (
      await api.must(
        'query($p: String, $l: String!) { previewQuickEntry(person: $p, line: $l) { durationSeconds clock { start end } date service note faults { word code } } }',
        { p: person, l: line },
      )
    ).previewQuickEntry;

  it.each([
    ['9am-10:30am checkout x', '2026-03-04T00:00', '2026-03-04T01:30', '2026-03-04'],
    ['checkout 오전 9시-10시 30분 x @yesterday', '2026-03-03T00:00', '2026-03-03T01:30', '2026-03-03'],
    ['11:00~11:45 checkout x @2026-03-02', '2026-03-02T02:00', '2026-03-02T02:45', '2026-03-02'],
    ['22:30-01:15 checkout x', '2026-03-03T13:30', '2026-03-03T16:15', '2026-03-03'],
  ])(
    'logs %j with its clock times in the zone of the person, as the preview says',
    async (line, start, end, date) => {
      const clock = { start: `${start}:00.000Z`, end: `${end}:00.000Z` };
      const durationSeconds = (Date.parse(clock.end) - Date.parse(clock.start)) / 1000;
      const said = { durationSeconds, date, note: 'x' };
      expect(await preview(line)).toEqual({ ...said, clock, service: 'checkout', faults: [] });
      expect(await quick(line)).toMatchObject({ entry: { ...said, ...clock }, userErrors: [] });
    },
  );

  it('refuses clock times that cannot be, in the preview as when it is logged', async () => {
    await scene.person('emil', { zone: 'Europe/Berlin' });
    await scene.service('old');
    await api.must(
      'mutation { updateService(input: { service: "old", archived: true }) { userErrors { code } } }',
    );
    for (const [line, codes] of [
      ['02:15-03:30 checkout @2025-10-26', ['AMBIGUOUS_LOCAL_TIME']],
      ['02:15-02:45 checkout @2025-03-30', ['NONEXISTENT_LOCAL_TIME', 'NONEXISTENT_LOCAL_TIME']],
      ['05:00-06:30 checkout', ['INVALID_INPUT']],
      ['9:00-5:30 checkout', ['INVALID_INPUT']],
      ['24:30-25:00 checkout @yesterday', ['INVALID_INPUT']],
      ['1h checkout @1999-01-01', ['INVALID_INPUT']],
      ['1h old @yesterday', ['ARCHIVED']],
      [`1h checkout ${'x'.repeat(1000)} @yesterday`, ['INVALID_INPUT']],
    ] as const) {
      expect((await preview(line, 'emil')).faults.map((fault: { code: string }) => fault.code)).toEqual(
        codes,
      );
      const { data } = await api.query(
        `mutation($i: LogQuickEntryInput!) { logQuickEntry(input: $i) { ${ENTRY} } }`,
        { i: { person: 'emil', line } },
      );
      expect(data.logQuickEntry.entry).toBeNull();
      const userErrors: { code: string; path: string[] }[] = data.logQuickEntry.userErrors;
      expect(userErrors.map(({ code, path }) => [code, ...path])).toEqual(
        codes.map((code) => [code, 'input', 'line']),
      );
    }
  });

  it('counts the days of a line from when it was typed, and the same line once', async () => {
    const send = async (line: string, idempotencyKey: string) =>
      (
        await api.query(`mutation($i: LogQuickEntryInput!) { logQuickEntry(input: $i) { ${ENTRY} } }`, {
          i: { person: 'kim', line, idempotencyKey, typedAt: '2026-03-02T05:00:00Z' },
        })
      ).data.logQuickEntry;
    expect((await send('9:00-9:20 checkout @yesterday', 'typed-1')).entry).toMatchObject({
      date: '2026-03-01',
    });
    clock.advance(86_400);
    expect((await send('9:00-9:20 checkout @yesterday', 'typed-1')).entry).toMatchObject({
      date: '2026-03-01',
    });
    expect((await send('9:00-9:30 checkout @yesterday', 'typed-1')).userErrors).toMatchObject([
      { code: 'IDEMPOTENCY_CONFLICT' },
    ]);
    clock.advance(-86_400);
  });

  const TIMER = `timer { startedAt needsAnswer service { key } } stopped { durationSeconds source service { key } } userErrors { code path }`;
  const start = async (service: string) =>
    (
      await api.must(`mutation($i: StartTimerInput!) { startTimer(input: $i) { ${TIMER} } }`, {
        i: { person: 'kim', service },
      })
    ).startTimer;
  const timer = async () =>
    (await api.must('{ timer(person: "kim") { needsAnswer service { key } } }')).timer;

  it('keeps one timer for each person, and logs the one before', async () => {
    expect(await start('checkout')).toMatchObject({ timer: { service: { key: 'checkout' } }, stopped: null });
    clock.advance(600);
    expect(await start('search')).toMatchObject({
      stopped: { durationSeconds: 600, source: 'TIMER', service: { key: 'checkout' } },
    });
    clock.advance(300);
    const { stopTimer } = await api.must(`mutation { stopTimer(input: { person: "kim" }) { ${TIMER} } }`);
    expect(stopTimer).toMatchObject({
      timer: null,
      stopped: { durationSeconds: 300, service: { key: 'search' } },
    });
    const again = await api.query(`mutation { stopTimer(input: { person: "kim" }) { ${TIMER} } }`);
    expect(again.data.stopTimer.userErrors).toEqual([{ code: 'NOT_FOUND', path: ['input', 'person'] }]);
  });

  it('stops a forgotten timer at the last sign of life', async () => {
    await start('checkout');
    clock.advance(1200);
    await api.must('mutation { heartbeatTimer(input: { person: "kim" }) { userErrors { code } } }');
    clock.advance(31 * 60);
    expect(await timer()).toMatchObject({ needsAnswer: true });
    clock.advance(31 * 60);
    await api.app.get(Transactions).run((tx) => api.app.get(Jobs).enqueue(tx, stopForgottenTimers, {}));
    await worker.drain();
    expect(await timer()).toBeNull();
    const { workEntries } = await api.must(
      '{ workEntries(person: "kim", first: 100) { nodes { durationSeconds source } } }',
    );
    expect(
      workEntries.nodes.filter((one: { source: string }) => one.source === 'TIMER').at(-1),
    ).toMatchObject({ durationSeconds: 1200 });
  });

  it('refuses at the start what could not be logged at the stop', async () => {
    const begin = async (input: object) =>
      (
        await api.query(`mutation($i: StartTimerInput!) { startTimer(input: $i) { ${TIMER} } }`, {
          i: { person: 'kim', service: 'checkout', ...input },
        })
      ).data.startTimer;
    expect((await begin({ note: 'x'.repeat(10_001) })).userErrors).toEqual([
      { code: 'INVALID_INPUT', path: ['input', 'note'] },
    ]);
    expect(await timer()).toBeNull();
    await start('checkout');
    clock.advance(60);
    const lock = async () =>
      (
        await api.query(
          'mutation { lockPeriod(input: { weekStarting: "2026-03-02" }) { accepted userErrors { code path } } }',
        )
      ).data.lockPeriod;
    expect(await lock()).toEqual({
      accepted: false,
      userErrors: [{ code: 'INVALID_TRANSITION', path: ['input', 'weekStarting'] }],
    });
    await api.must('mutation { stopTimer(input: { person: "kim" }) { userErrors { code } } }');
    expect(await lock()).toEqual({ accepted: true, userErrors: [] });
    expect((await begin({})).userErrors).toEqual([{ code: 'PERIOD_LOCKED', path: ['input', 'person'] }]);
    clock.set(new Date('2026-03-08T15:00:00Z'));
    expect((await begin({})).userErrors).toEqual([]);
  });

  it('cuts a timer that was left running for longer than an entry may be', async () => {
    for (let day = 0; day < 9; day++) {
      clock.advance(86_400);
      await api.must('mutation { heartbeatTimer(input: { person: "kim" }) { userErrors { code } } }');
    }
    const { stopTimer } = await api.must(`mutation { stopTimer(input: { person: "kim" }) { ${TIMER} } }`);
    expect(stopTimer).toMatchObject({ stopped: { durationSeconds: 7 * 86_400 }, userErrors: [] });
  });

  it('stops the others when one forgotten timer cannot be logged', async () => {
    await scene.person('lee');
    await start('checkout');
    const begun = { i: { person: 'lee', service: 'search' } };
    await api.must('mutation($i: StartTimerInput!) { startTimer(input: $i) { userErrors { code } } }', begun);
    clock.advance(600);
    for (const person of ['kim', 'lee'])
      await api.must(`mutation { heartbeatTimer(input: { person: "${person}" }) { userErrors { code } } }`);
    // As a version before this one could leave it: its service was archived meanwhile.
    await api.app
      .get(Transactions)
      .run((tx) => tx.query("update service set archived_at = now() where key = 'search'"));
    clock.advance(2 * 3600);
    await api.app.get(Transactions).run((tx) => api.app.get(Jobs).enqueue(tx, stopForgottenTimers, {}));
    await worker.drain();
    expect(await timer()).toBeNull();
    expect((await api.must('{ timer(person: "lee") { service { key } } }')).timer).not.toBeNull();
  });
});

describe('files of other tools', () => {
  const api = useApi({ clock: new ManualClock(new Date('2026-03-10T00:00:00Z')) });
  const scene = toilScene(api);
  const take = async (input: object) =>
    (
      await api.query(
        'mutation($i: ImportWorkInput!) { importWork(input: $i) { format accepted unchanged faults { line message } userErrors { code path message } } }',
        { i: input },
      )
    ).data.importWork;
  const TOGGL = [
    'User,Email,Client,Project,Task,Description,Billable,Start date,Start time,End date,End time,Duration,Tags',
    'Kim,kim@x.io,,Check out,,restart,No,2026-03-04,09:00:00,2026-03-04,09:45:00,00:45:00,',
    'Kim,kim@x.io,,Check out,,restart,No,2026-03-04,09:00:00,2026-03-04,09:45:00,00:45:00,',
    'Nobody,,,Check out,,x,No,2026-03-04,09:00:00,2026-03-04,09:45:00,00:45:00,',
    'Kim,,,Moon,,x,No,2026-03-04,09:00:00,2026-03-04,09:45:00,00:45:00,',
    'Kim,,,Check out,,ends first,No,2026-03-04,09:00:00,2026-03-04,08:45:00,00:45:00,',
  ].join('\n');

  beforeAll(async () => {
    await scene.organization({ reportingZone: 'Asia/Seoul' });
    await scene.service('check-out');
    await scene.person('kim');
  });

  it('are tried first, taken in then, and change nothing the second time', async () => {
    const faults = [{ line: 4 }, { line: 5 }, { line: 6 }];
    const first = { format: 'TOGGL', accepted: 2, unchanged: 0, faults, userErrors: [] };
    expect(await take({ content: TOGGL, preview: true })).toMatchObject(first);
    expect(await take({ content: `\uFEFF${TOGGL}` })).toMatchObject(first);
    expect(await take({ content: TOGGL })).toMatchObject({ accepted: 0, unchanged: 2, faults });
    const { workEntries } = await api.must(
      '{ workEntries(person: "kim", first: 10) { nodes { start source note } } }',
    );
    expect(workEntries.nodes).toEqual(
      Array.from({ length: 2 }, () => ({
        start: '2026-03-04T00:00:00.000Z',
        source: 'IMPORT',
        note: 'restart',
      })),
    );
  });

  it('may be Korean in CP949, with columns of their own', async () => {
    const text = '누가,언제,얼마나,무엇\nkim,2026-03-05,1:30,배포 작업';
    const columns = [
      { column: '누가', field: 'person' },
      { column: '언제', field: 'date' },
      { column: '얼마나', field: 'duration' },
      { column: '무엇', field: 'note' },
    ];
    const contentBase64 = iconv.encode(text, 'cp949').toString('base64');
    expect(await take({ contentBase64, columns })).toMatchObject({ format: null, accepted: 1, faults: [] });
    const { workEntries } = await api.must(
      '{ workEntries(person: "kim", first: 10) { nodes { note durationSeconds } } }',
    );
    expect(workEntries.nodes).toContainEqual({ note: '배포 작업', durationSeconds: 5400 });
  });

  it.each([
    [{ content: 'a,b\n1,2' }, ['input', 'columns']],
    [{ content: 'a,"b\n1' }, ['input', 'content']],
    [{}, ['input', 'content']],
    [{ content: 'date,duration\n2026-03-05,1h', format: 'UNTOIL', zone: 'Mars/Olympus' }, ['input', 'zone']],
    [{ content: 'date,duration\n2026-03-05,1h', format: 'UNTOIL', person: 'nobody' }, ['input', 'person']],
    [
      { content: 'date,duration\n2026-03-05,1h', columns: [{ column: 'when', field: 'date' }] },
      ['input', 'columns', '0', 'column'],
    ],
  ])('are refused when nothing can be read: %j', async (input, path) => {
    const code = path[1] === 'person' ? 'NOT_FOUND' : 'INVALID_INPUT';
    expect(await take(input)).toMatchObject({ accepted: 0, userErrors: [{ code, path }] });
  });

  it('name the line on which a bad row begins, and why it is none', async () => {
    await scene.person('lee', { name: 'Lee Ji-won' });
    const content = [
      'date,hours,project,task,notes,first name,last name',
      '25.02.2026,"0,5",Check out,Deploy,"two',
      'lines",Lee,Ji-won',
      '',
      '26.02.2026,"0,5",Check out,Deploy,,Lee,Min',
      '27.02.2026,one,Check out,Deploy,,Lee,Ji-won',
    ].join('\r\n');
    expect(await take({ content })).toMatchObject({
      ...{ format: 'HARVEST', accepted: 1 },
      faults: [
        { line: 5, message: 'nobody is called "Lee Min"' },
        { line: 6, message: expect.stringContaining('A duration looks like') },
      ],
    });
    const own = 'person,service,taskType,class,date,duration\nkim,check-out,,fun,2026-03-02,1h';
    expect((await take({ content: own })).faults).toEqual([{ line: 2, message: '"FUN" is no class' }]);
    const { workEntries } = await api.must(
      '{ workEntries(person: "lee", first: 10) { nodes { date durationSeconds note } } }',
    );
    expect(workEntries.nodes).toEqual([
      { date: '2026-02-25', durationSeconds: 1800, note: 'Deploy: two\nlines' },
    ]);
  });

  it('lose nothing: a cell too many is named, a quote within a cell is a character', async () => {
    const content = [
      'person,service,taskType,duration,date,note',
      'kim,check-out,,1h,2026-02-16,restarted, then again',
      'kim,check-out,,1h,2026-02-17,a 5" disk',
      'kim,check-out,,1h,2026-02-18,fine,,',
    ].join('\n');
    const { accepted, faults } = await take({ content });
    expect({ accepted, faults }).toMatchObject({
      accepted: 2,
      faults: [{ line: 2, message: expect.stringMatching(/^it has 7 cells, the header 6/) }],
    });
  });

  it('leave by the dates of the reporting zone', async () => {
    await scene.organization({ reportingZone: 'Asia/Seoul' });
    for (const [start, end] of [
      ['2026-01-31T14:00:00Z', '2026-01-31T14:30:00Z'],
      ['2026-01-31T15:00:00Z', '2026-01-31T15:30:00Z'],
    ])
      await scene.log({ person: 'kim', service: 'check-out', workClass: 'TOIL', start, end });
    await scene.log({
      person: 'kim',
      service: 'check-out',
      workClass: 'TOIL',
      date: '2026-02-01',
      duration: '5m',
      note: 'two\nlines',
    });
    const rows = async (from: string, to: string) => {
      const headers = { authorization: `Bearer ${api.adminToken}` };
      const file = await fetch(`${api.url}/exports/work.csv?from=${from}&to=${to}`, { headers });
      return (await file.text()).trimEnd().split('\r\n').slice(1);
    };
    expect(await rows('2026-01-31', '2026-02-01')).toEqual([expect.stringContaining('T14:00:00')]);
    expect(await rows('2026-02-01', '2026-02-02')).toEqual([
      expect.stringContaining('T15:00:00'),
      expect.stringContaining('2026-02-01,5m,"two\nlines"'),
    ]);
    await scene.organization({ reportingZone: 'Etc/UTC' });
  });

  it('leave as files that hold no formula, and come back unchanged', async () => {
    for (const note of ['=1+1', '+1', '-1', '@x', 'a "quoted", note']) {
      await scene.log({
        person: 'kim',
        service: 'check-out',
        workClass: 'TOIL',
        date: '2026-03-06',
        duration: note === '-1' ? '0.33' : '15m',
        note,
      });
    }
    const download = (query: string, token: string | null = api.adminToken) =>
      fetch(
        `${api.url}/exports/work.csv?${query}`,
        token ? { headers: { authorization: `Bearer ${token}` } } : {},
      );
    const response = await download('from=2026-03-01&to=2026-04-01');
    const text = Buffer.from(await response.arrayBuffer()).toString('utf8');
    expect(response.headers.get('content-type')).toContain('text/csv');
    expect(text.startsWith('\uFEFFid,person,service,taskType,class,start,end,date,duration,note\r\n')).toBe(
      true,
    );
    for (const cell of text.split(/[,\r\n]+/)) expect(cell.replace(/^"/, '')).not.toMatch(/^[=+@\t]|^-\D/);
    expect((await download('from=x&to=y')).status).toBe(400);
    expect((await download('from=2026-03-01&to=2026-04-01&person=nobody')).status).toBe(404);
    expect((await download('from=2026-03-01&to=2026-04-01', null)).status).toBe(401);
    const count = text.trimEnd().split('\r\n').length - 1;
    expect(await take({ content: text })).toMatchObject({ accepted: 0, unchanged: count, faults: [] });
    // As another installation would read it, where no entry has these ids.
    const elsewhere = text.replaceAll('wrk_', 'their-');
    expect(await take({ content: elsewhere })).toMatchObject({ accepted: count, unchanged: 0, faults: [] });
    const again = await (await download('from=2026-03-01&to=2026-04-01')).text();
    const rows = again
      .slice(again.indexOf('\n') + 1)
      .trimEnd()
      .split('\r\n')
      .map((row) => row.slice(row.indexOf(',')))
      .sort();
    expect(rows.filter((_, index) => index % 2 === 0)).toEqual(rows.filter((_row, index) => index % 2 === 1));
  });
});
