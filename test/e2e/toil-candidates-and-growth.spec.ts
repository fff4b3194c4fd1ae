import { beforeAll, describe, expect, it } from 'vitest';
import { useApi } from '../harness/use-api.js';
import { toilScene } from './toil-scene.js';

const CANDIDATES = [
  ['a-rotate-certs', 12, 4, 25, 5, 0.8, 2, 0.05, 20, 0.1],
  ['b-manual-deploy', 40, 4, 20, 5, 0.9, 1, 0.1, 80, 0.5],
  ['c-failover-drill', 2, 52, 120, 0, 1, 0, 0, 40, 0.02],
  ['d-odd-clean-up', 4, 4, 10, 0, 0.5, 2, 0.2, 8, 0.25],
].map(([key, occurrences, overWeeks, ...rest]) => {
  const [
    handsOnMinutes,
    contextSwitchMinutes,
    coverableShare,
    attendedMinutes,
    failureShare,
    buildHours,
    maintenanceHoursPerWeek,
  ] = rest.map(String);
  const numbers = {
    handsOnMinutes,
    contextSwitchMinutes,
    coverableShare,
    attendedMinutes,
    failureShare,
    buildHours,
    maintenanceHoursPerWeek,
  };
  return { key, occurrences, overWeeks, ...numbers };
});
const RANKED = 'key rank gainMinutes savedHoursPerWeek paybackWeeks breakEvenDate netHours flag';

describe('what to automate first', () => {
  const api = useApi();
  const scene = toilScene(api);
  const rank = async (variables: object) =>
    (
      await api.must(
        `query($goLive: Date!, $h: Int, $c: [CandidateInput!]) { automationCandidates(goLive: $goLive, horizonWeeks: $h, candidates: $c) { ${RANKED} } }`,
        { goLive: '2026-04-01', ...variables },
      )
    ).automationCandidates;

  it('ranks by net hours', async () => {
    expect(await rank({ c: CANDIDATES })).toEqual([
      {
        ...{
          key: 'b-manual-deploy',
          rank: 1,
          gainMinutes: '19.35',
          savedHoursPerWeek: '2.725',
          paybackWeeks: '29.3578',
        },
        ...{ breakEvenDate: '2026-10-24', netHours: '61.7', flag: 'RECOMMENDED' },
      },
      {
        ...{
          key: 'a-rotate-certs',
          rank: 2,
          gainMinutes: '21.2',
          savedHoursPerWeek: '0.96',
          paybackWeeks: '20.8333',
        },
        ...{ breakEvenDate: '2026-08-25', netHours: '29.92', flag: 'RECOMMENDED' },
      },
      {
        ...{
          key: 'd-odd-clean-up',
          rank: 3,
          gainMinutes: '3',
          savedHoursPerWeek: '-0.2',
          paybackWeeks: null,
        },
        ...{ breakEvenDate: null, netHours: '-18.4', flag: 'DO_NOT_AUTOMATE' },
      },
      {
        ...{
          key: 'c-failover-drill',
          rank: 4,
          gainMinutes: '120',
          savedHoursPerWeek: '0.0569',
          paybackWeeks: '702.7027',
        },
        ...{ breakEvenDate: '2039-09-19', netHours: '-37.04', flag: 'RARE' },
      },
    ]);
  });

  it('looks further when asked to', async () => {
    const [first] = await rank({ c: CANDIDATES, h: 104 });
    expect(first).toMatchObject({ key: 'b-manual-deploy', netHours: '203.4' });
  });

  it('measures from the log what is left out', async () => {
    await scene.service('checkout');
    await scene.person('kim');
    await api.must(
      'mutation($i: DefineTaskTypeInput!) { defineTaskType(input: $i) { userErrors { message } } }',
      {
        i: { key: 'restart', name: 'Restart', forcedClass: 'TOIL' },
      },
    );
    for (const [date, duration] of [
      ['2026-03-04', '20m'],
      ['2026-03-11', '30m'],
      ['2026-03-18', '40m'],
      ['2026-03-25', '30m'],
    ]) {
      await scene.log({ person: 'kim', service: 'checkout', taskType: 'restart', date, duration });
    }
    const measured = {
      key: 'restart',
      taskType: 'restart',
      overWeeks: 4,
      coverableShare: '1',
      buildHours: '1',
    };
    const [row] = await rank({ c: [measured] });
    expect(row).toMatchObject({
      gainMinutes: '30',
      savedHoursPerWeek: '0.5',
      paybackWeeks: '2',
      breakEvenDate: '2026-04-15',
    });
    const saved = await api.must(
      'mutation($i: CandidateInput!) { saveAutomationCandidate(input: $i) { accepted userErrors { message } } }',
      { i: measured },
    );
    expect(saved.saveAutomationCandidate.accepted).toBe(true);
    expect(await rank({})).toEqual([row]);
  });

  it.each([
    { c: [{ key: 'x', coverableShare: '1.1', buildHours: '1', occurrences: 1, handsOnMinutes: '1' }] },
    { c: [{ key: 'x', coverableShare: '1', buildHours: '-1', occurrences: 1, handsOnMinutes: '1' }] },
    {
      c: [
        { key: 'x', coverableShare: '1', buildHours: '1', occurrences: 1, overWeeks: 0, handsOnMinutes: '1' },
      ],
    },
    { c: [{ key: 'x', coverableShare: '1', buildHours: '1' }] },
    { c: [], h: 0 },
  ])('refuses %j', async (variables) => {
    const answer = await api.query(
      'query($h: Int, $c: [CandidateInput!]) { automationCandidates(goLive: "2026-04-01", horizonWeeks: $h, candidates: $c) { key } }',
      variables,
    );
    expect(answer.errors?.[0]?.extensions.code).toBe('BAD_USER_INPUT');
  });
});

const GROWTH = 'slope intercept r2 slopeLow slopeHigh elasticity growthClass scalesLinearly nullReason';

describe('whether toil grows with the service', () => {
  const api = useApi();
  const scene = toilScene(api);
  const growth = async (sizes: number[], hours: number[]) =>
    (
      await api.must(`query($p: [GrowthPointInput!]) { toilGrowth(points: $p) { ${GROWTH} } }`, {
        p: sizes.map((size, index) => ({ size, hours: hours[index] })),
      })
    ).toilGrowth;
  const SIZES = [10, 20, 30, 40, 50];

  it('of given points', async () => {
    expect(await growth(SIZES, [6, 10, 15, 19, 25])).toEqual({
      ...{ slope: '0.47', intercept: '0.9', r2: '0.995', slopeLow: '0.4091', slopeHigh: '0.5309' },
      ...{ elasticity: '0.8783', growthClass: 'LINEAR', scalesLinearly: true, nullReason: null },
    });
    expect(await growth(SIZES, [5, 5, 6, 5, 6])).toMatchObject({
      ...{
        slope: '0.02',
        slopeLow: '-0.032',
        slopeHigh: '0.072',
        growthClass: 'NOT_SCALING',
        scalesLinearly: false,
      },
    });
    expect(await growth([20, 20, 20, 20, 20], [1, 2, 3, 4, 5])).toMatchObject({
      slope: null,
      growthClass: null,
      nullReason: 'INSUFFICIENT_VARIATION',
    });
  });

  it('of a service, week by week', async () => {
    await scene.service('pods');
    await scene.person('kim');
    const mondays = ['2026-02-02', '2026-02-09', '2026-02-16', '2026-02-23', '2026-03-02'];
    for (const [index, date] of mondays.entries()) {
      await api.must(
        'mutation($i: RecordServiceSizeInput!) { recordServiceSize(input: $i) { accepted userErrors { message } } }',
        {
          i: { service: 'pods', date, instances: SIZES[index] },
        },
      );
      const hours = [6, 10, 15, 19, 23][index] ?? 0;
      await scene.log({ person: 'kim', service: 'pods', workClass: 'TOIL', date, duration: String(hours) });
    }
    const { toilGrowth } = await api.must(
      `{ toilGrowth(service: "pods", from: "2026-02-02", to: "2026-03-09") { ${GROWTH} } }`,
    );
    expect(toilGrowth).toEqual(await growth(SIZES, [6, 10, 15, 19, 23]));
  });

  it('of the weeks since the newest automation, and of those before it', async () => {
    await api.must(
      'mutation { defineTaskType(input: { key: "restart", name: "Restart", forcedClass: TOIL }) { userErrors { message } } }',
    );
    const automation = { key: 'sweeper', service: 'pods', taskType: 'restart', baselineMinutes: '60' };
    await api.must(
      'mutation($i: RegisterAutomationInput!) { registerAutomation(input: $i) { userErrors { message } } }',
      { i: automation },
    );
    for (const [runId, at, succeeded] of [
      ['failed', '2026-02-17T03:00:00Z', false],
      ['first', '2026-03-11T03:00:00Z', true],
      ['second', '2026-03-18T03:00:00Z', true],
    ] as const) {
      await api.must(
        'mutation($i: RecordAutomationRunInput!) { recordAutomationRun(input: $i) { userErrors { message } } }',
        { i: { automation: 'sweeper', runId, at, succeeded } },
      );
    }
    for (const [index, date] of ['2026-03-16', '2026-03-23', '2026-03-30', '2026-04-06'].entries()) {
      await api.must(
        'mutation($i: RecordServiceSizeInput!) { recordServiceSize(input: $i) { userErrors { message } } }',
        { i: { service: 'pods', date, instances: 60 + 10 * index } },
      );
      await scene.log({
        person: 'kim',
        service: 'pods',
        workClass: 'TOIL',
        date,
        duration: String(6 + index),
      });
    }
    const ask = async (whole: boolean) =>
      (
        await api.must(
          `query($w: Boolean) { toilGrowth(service: "pods", from: "2026-02-02", to: "2026-04-13", whole: $w) {
             ${GROWTH} segments { from to cutBy { automation date } points { week size hours } ${GROWTH} } } }`,
          { w: whole },
        )
      ).toilGrowth;
    const { segments, ...newest } = await ask(false);
    expect(
      segments.map(({ points, ...segment }: { points: object[] }) => [segment, points.length]),
    ).toMatchObject([
      [{ from: '2026-02-02', to: '2026-03-09', cutBy: [], growthClass: 'LINEAR' }, 5],
      [{ from: '2026-03-16', to: '2026-04-13', cutBy: [{ automation: 'sweeper', date: '2026-03-11' }] }, 4],
    ]);
    expect(newest).toMatchObject({ slope: '0.1', intercept: '0', nullReason: null });
    expect(segments[1]).toMatchObject(newest);
    expect(segments[1].points[0]).toEqual({ week: '2026-03-16', size: 60, hours: 6 });
    const { automations } = await api.must('{ automations { key liveSince } }');
    expect(automations).toContainEqual({ key: 'sweeper', liveSince: '2026-03-11' });
    const uncut = await ask(true);
    expect(uncut.segments).toHaveLength(1);
    expect(uncut.segments[0].points).toHaveLength(10);
    expect(uncut.growthClass).toBe('NOT_SCALING');
  });
});

describe('what automating saved', () => {
  const api = useApi();
  const scene = toilScene(api);
  const LEDGER =
    'rows creditedRuns claimedMinutes realisedMinutes ratioPercent countDegreePercent effortDegreePercent demandCapped';
  const register = async (input: object) =>
    (
      await api.query(
        'mutation($i: RegisterAutomationInput!) { registerAutomation(input: $i) { accepted userErrors { code path } } }',
        {
          i: { service: 'checkout', taskType: 'restart', ...input },
        },
      )
    ).data.registerAutomation;
  const run = async (automation: string, runId: string, day: string, more: object = {}) =>
    (
      await api.query(
        'mutation($i: RecordAutomationRunInput!) { recordAutomationRun(input: $i) { accepted duplicate userErrors { code path } } }',
        {
          i: { automation, runId, succeeded: true, at: `${day}T03:00:00Z`, ...more },
        },
      )
    ).data.recordAutomationRun;
  const ledger = async (automation: string, from = '2026-03-02', to = '2026-03-16') =>
    (
      await api.must(
        `query($a: String!, $from: Date!, $to: Date!) { savingsLedger(automation: $a, from: $from, to: $to) { ${LEDGER} } }`,
        {
          a: automation,
          from,
          to,
        },
      )
    ).savingsLedger;

  beforeAll(async () => {
    await scene.organization({ reportingZone: 'Asia/Seoul' });
    await scene.service('checkout');
    await scene.person('kim');
    await api.must(
      'mutation($i: DefineTaskTypeInput!) { defineTaskType(input: $i) { userErrors { message } } }',
      {
        i: { key: 'restart', name: 'Restart', forcedClass: 'TOIL' },
      },
    );
  });

  it('has nothing to tell before the first run', async () => {
    expect(await register({ key: 'empty', baselineMinutes: '20', demandPerWeek: 3 })).toMatchObject({
      accepted: true,
    });
    expect(await ledger('empty')).toEqual({
      ...{ rows: 0, creditedRuns: 0, claimedMinutes: '0', realisedMinutes: '120', ratioPercent: null },
      ...{ countDegreePercent: null, effortDegreePercent: null, demandCapped: false },
    });
  });

  it('credits runs within the demand, debits what was attended, and takes runs back', async () => {
    await register({
      key: 'restarter',
      baselineMinutes: '20',
      baselineSamples: 12,
      attendedMinutes: '1',
      demandPerWeek: 2,
    });
    for (const [id, day, more] of [
      ['r1', '2026-03-02', {}],
      ['r2', '2026-03-03', { attendedMinutes: '3' }],
      ['r3', '2026-03-04', {}],
      ['r4', '2026-03-09', {}],
      ['r5', '2026-03-10', { succeeded: false }],
    ] as const) {
      expect(await run('restarter', id, day, more)).toMatchObject({ accepted: true, duplicate: false });
    }
    expect(await run('restarter', 'r1', '2026-03-05')).toMatchObject({ accepted: true, duplicate: true });
    await scene.log({
      person: 'kim',
      service: 'checkout',
      taskType: 'restart',
      date: '2026-03-10',
      duration: '25m',
    });
    expect(await ledger('restarter')).toEqual({
      // 3 x 20 - (1 + 3 + 1 + 1 + 1); 4 x 20 - (25 + 7); 4 of 5; 60 of 85
      ...{ rows: 5, creditedRuns: 3, claimedMinutes: '53', realisedMinutes: '48', ratioPercent: '90.57' },
      ...{ countDegreePercent: '80.00', effortDegreePercent: '70.59', demandCapped: true },
    });
    const reverse = (runId: string) =>
      api.query(
        'mutation($r: String!) { reverseAutomationRun(automation: "restarter", runId: $r, reason: "told twice") { accepted duplicate userErrors { code path } } }',
        {
          r: runId,
        },
      );
    expect((await reverse('r2')).data.reverseAutomationRun).toMatchObject({
      accepted: true,
      duplicate: false,
    });
    expect((await reverse('r2')).data.reverseAutomationRun).toMatchObject({
      accepted: true,
      duplicate: true,
    });
    expect((await reverse('r9')).data.reverseAutomationRun.userErrors).toEqual([
      { code: 'NOT_FOUND', path: ['runId'] },
    ]);
    expect(await ledger('restarter')).toMatchObject({
      rows: 6,
      creditedRuns: 3,
      claimedMinutes: '56',
      demandCapped: false,
    });
  });

  it('freezes the median of the log when no baseline is given', async () => {
    for (const [date, duration] of [
      ['2026-02-02', '10m'],
      ['2026-02-03', '30m'],
      ['2026-02-04', '32m'],
    ]) {
      await scene.log({ person: 'kim', service: 'checkout', taskType: 'restart', date, duration });
    }
    expect(await register({ key: 'measured' })).toMatchObject({ accepted: true, userErrors: [] });
    const { automations } = await api.must(
      '{ automations { key baselineMinutes baselineSamples liveSince } }',
    );
    // 10, 25 (of the other test), 30 and 32 minutes
    expect(automations.find((row: { key: string }) => row.key === 'measured')).toEqual({
      key: 'measured',
      baselineMinutes: '27.5',
      baselineSamples: 4,
      liveSince: null,
    });
  });

  it.each([
    [{ key: 'restarter', baselineMinutes: '20' }, 'KEY_TAKEN', ['input', 'key']],
    [{ key: 'new', baselineMinutes: '-1' }, 'INVALID_INPUT', ['input', 'baselineMinutes']],
    [{ key: 'new', baselineMinutes: '1', taskType: 'nothing' }, 'NOT_FOUND', ['input', 'taskType']],
  ])('refuses %j', async (input, code, path) => {
    expect(await register(input)).toMatchObject({ accepted: false, userErrors: [{ code, path }] });
  });
});

describe('what automating freed', () => {
  const api = useApi();
  const scene = toilScene(api);

  it('is held against the size of the service, and against where the time went', async () => {
    for (const key of ['pods', 'platform']) await scene.service(key);
    await scene.person('kim');
    const size =
      'mutation($i: RecordServiceSizeInput!) { recordServiceSize(input: $i) { accepted userErrors { message } } }';
    await api.must(size, { i: { service: 'pods', date: '2026-02-02', instances: 10 } });
    await api.must(size, { i: { service: 'pods', date: '2026-03-02', instances: 20 } });
    await scene.log({
      person: 'kim',
      service: 'pods',
      workClass: 'TOIL',
      date: '2026-02-03',
      duration: '10h',
    });
    await scene.log({
      person: 'kim',
      service: 'pods',
      workClass: 'TOIL',
      date: '2026-03-03',
      duration: '12h',
    });
    await scene.log({
      person: 'kim',
      service: 'platform',
      workClass: 'ENGINEERING',
      date: '2026-03-04',
      duration: '5h',
    });
    const mark =
      'mutation { markReinvestmentDestination(input: { service: "platform" }) { accepted duplicate userErrors { message } } }';
    expect((await api.must(mark)).markReinvestmentDestination).toMatchObject({ duplicate: false });
    expect((await api.must(mark)).markReinvestmentDestination).toMatchObject({ duplicate: true });
    const { freedCapacity } = await api.must(
      `{ freedCapacity(service: "pods", baselineFrom: "2026-02-02", baselineTo: "2026-02-09", from: "2026-03-02", to: "2026-03-09") {
         counterfactualSeconds actualSeconds freedSeconds reinvestedSeconds } }`,
    );
    const HOUR = 3600;
    expect(freedCapacity).toEqual({
      counterfactualSeconds: 20 * HOUR,
      actualSeconds: 12 * HOUR,
      freedSeconds: 8 * HOUR,
      reinvestedSeconds: 5 * HOUR,
    });
  });
});
