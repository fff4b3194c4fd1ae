import { beforeAll, describe, expect, it } from 'vitest';
import { useApi } from '../harness/use-api.js';
import { toilScene } from './toil-scene.js';

// Toil in hours, Monday to Friday; two people share a day's hours.
const WEEKS: [string, number[]][] = [
  ['2026-03-02', [6, 6, 6, 6, 6]],
  ['2026-03-09', [7, 7, 7, 7, 8]],
  ['2026-03-16', [14, 14, 14, 15, 15]],
  ['2026-03-23', [6, 6, 6, 7, 5]],
];
const FIELDS = 'service { key } consumedPercent burn1d burn5d burn20d daysLeft openRules notifying unknown';
const day = (monday: string, index: number) =>
  new Date(Date.parse(`${monday}T00:00:00Z`) + index * 86_400_000).toISOString().slice(0, 10);

describe('a toil budget that burns too fast', () => {
  const api = useApi();
  const scene = toilScene(api);
  const set = async (input: object) =>
    (
      await api.query(
        'mutation($i: SetBudgetInput!) { setBudget(input: $i) { accepted duplicate userErrors { code path details message } } }',
        { i: input },
      )
    ).data.setBudget;
  const status = async (service: string, at: string) =>
    (
      await api.must(`query($s: String!, $at: Date!) { budgetStatus(service: $s, at: $at) { ${FIELDS} } }`, {
        s: service,
        at,
      })
    ).budgetStatus;
  const evaluate = (at: string) =>
    api.must(
      'mutation($i: EvaluateBudgetsInput!) { evaluateBudgets(input: $i) { accepted userErrors { message } } }',
      { i: { at } },
    );
  const alerts = async () =>
    (
      await api.must('{ alerts(first: 50) { nodes { kind subject status occurrences } } }')
    ).alerts.nodes.filter((alert: { kind: string }) => alert.kind.startsWith('budget.'));

  beforeAll(async () => {
    await scene.organization({ reportingZone: 'Asia/Seoul' });
    await scene.service('checkout');
    await scene.service('idle');
    for (const key of ['kim', 'lee']) {
      await scene.person(key);
      await scene.allocate(key, 'checkout', 100);
    }
    for (const [monday, hours] of WEEKS) {
      for (const [index, hoursOfDay] of hours.entries()) {
        for (const person of ['kim', 'lee']) {
          await scene.log({
            person,
            service: 'checkout',
            workClass: 'TOIL',
            date: day(monday, index),
            duration: String(hoursOfDay / 2),
          });
        }
      }
    }
    expect(await set({ service: 'checkout', budgetPercent: '50', from: '2026-03-02' })).toMatchObject({
      accepted: true,
      userErrors: [],
    });
  });

  it.each([
    ['2026-03-06', '18.75', ['0.75', '0.75', '0.75'], [], null],
    ['2026-03-13', '41.25', ['1', '0.9', '0.825'], [], null],
    ['2026-03-20', '86.25', ['1.875', '1.8', '1.15'], ['FAST', 'SLOW'], 'FAST'],
    ['2026-03-27', '105.00', ['0.625', '0.75', '1.05'], ['EXHAUSTED'], 'EXHAUSTED'],
  ])('at the close of %s', async (at, consumedPercent, [burn1d, burn5d, burn20d], openRules, notifying) => {
    expect(await status('checkout', at)).toMatchObject({
      consumedPercent,
      burn1d,
      burn5d,
      burn20d,
      openRules,
      notifying,
      unknown: false,
    });
  });

  it('tells its hours and its period, for several services at once', async () => {
    const HOURS =
      'service { key } budgetPercent budgetSeconds spentSeconds period { from to workingDays workingDaysPassed } consumedPercent';
    const { budgetStatuses } = await api.must(
      `query($s: [String!]!, $at: Date!) { budgetStatuses(services: $s, at: $at) { ${HOURS} } }`,
      { s: ['idle', 'checkout', 'idle'], at: '2026-03-20' },
    );
    expect(budgetStatuses).toEqual([
      {
        service: { key: 'idle' },
        budgetPercent: '50.00',
        budgetSeconds: 0,
        spentSeconds: 0,
        period: null,
        consumedPercent: null,
      },
      {
        service: { key: 'checkout' },
        budgetPercent: '50.00',
        budgetSeconds: 160 * 3600,
        spentSeconds: 138 * 3600,
        period: { from: '2026-03-02', to: '2026-03-30', workingDays: 20, workingDaysPassed: 15 },
        consumedPercent: '86.25',
      },
    ]);
  });

  it('refuses to look at services that nobody knows, or at too many at once', async () => {
    const ask = async (services: string[]) =>
      (
        await api.query(
          'query($s: [String!]!) { budgetStatuses(services: $s, at: "2026-03-20") { consumedPercent } }',
          { s: services },
        )
      ).errors?.[0]?.message;
    expect(await ask(['checkout', 'nothing'])).toContain('nothing');
    expect(await ask(Array.from({ length: 101 }, (_, i) => `service-${i}`))).toContain('100');
  });

  it('has one and a half days left after the third week', async () => {
    expect((await status('checkout', '2026-03-20')).daysLeft).toBe('1.5278');
  });

  it('opens one alert for the worst rule, and resolves it when the short window is quiet', async () => {
    for (const at of ['2026-03-06', '2026-03-13']) await evaluate(at);
    expect(await alerts()).toEqual([]);
    for (let again = 0; again < 3; again++) await evaluate('2026-03-20');
    expect(await alerts()).toEqual([
      { kind: 'budget.fast', subject: 'checkout', status: 'OPEN', occurrences: 1 },
    ]);
    for (let again = 0; again < 2; again++) await evaluate('2026-03-27');
    expect(await alerts()).toEqual([
      { kind: 'budget.exhausted', subject: 'checkout', status: 'OPEN', occurrences: 1 },
      { kind: 'budget.fast', subject: 'checkout', status: 'RESOLVED', occurrences: 1 },
    ]);
  });

  it.each([
    [{ budgetPercent: '50', fastBurn: '14.4' }, 'UNREACHABLE_THRESHOLD', ['input', 'fastBurn']],
    [{ budgetPercent: '50', fastBurn: '2.0001' }, 'UNREACHABLE_THRESHOLD', ['input', 'fastBurn']],
    [{ budgetPercent: '30', slowBurn: '3.34' }, 'UNREACHABLE_THRESHOLD', ['input', 'slowBurn']],
    [{ budgetPercent: '0' }, 'INVALID_INPUT', ['input', 'budgetPercent']],
    [{ budgetPercent: '100.5' }, 'INVALID_INPUT', ['input', 'budgetPercent']],
    [{ budgetPercent: '50', periodWorkingDays: 0 }, 'INVALID_INPUT', ['input', 'periodWorkingDays']],
    [{ service: 'nothing', budgetPercent: '50' }, 'NOT_FOUND', ['input', 'service']],
  ])('refuses %j', async (input, code, path) => {
    expect(await set({ service: 'checkout', ...input })).toMatchObject({
      accepted: false,
      userErrors: [{ code, path }],
    });
  });

  it('takes a threshold that can just be reached, and the same again is a duplicate', async () => {
    const input = { service: 'idle', budgetPercent: '50', fastBurn: '2', from: '2026-03-02' };
    expect(await set(input)).toMatchObject({ accepted: true, duplicate: false });
    expect(await set(input)).toMatchObject({ accepted: true, duplicate: true });
  });

  it('is unknown without capacity', async () => {
    expect(await status('idle', '2026-03-06')).toEqual({
      service: { key: 'idle' },
      consumedPercent: null,
      burn1d: null,
      burn5d: null,
      burn20d: null,
      daysLeft: null,
      openRules: [],
      notifying: null,
      unknown: true,
    });
  });

  it('spreads a budget of thirteen weeks over them', async () => {
    await set({ service: 'checkout', budgetPercent: '50', periodWorkingDays: 65, from: '2026-03-02' });
    // 168 h of 0.5 x 65 days x 16 h
    expect(await status('checkout', '2026-03-27')).toMatchObject({
      consumedPercent: '32.31',
      burn20d: '1.05',
      openRules: [],
    });
  });

  it('shows on the scorecard of the service', async () => {
    const { scorecard } = await api.must(
      '{ scorecard(service: "checkout", from: "2026-03-02", to: "2026-03-30") { service { key } passed judged checks { criterion passed value } } }',
    );
    expect(scorecard).toMatchObject({ service: { key: 'checkout' }, passed: 1, judged: 3 });
    expect(scorecard.checks.slice(0, 3)).toEqual([
      { criterion: 'TOIL_HEALTHY', passed: false, value: '52.50' },
      { criterion: 'WITHIN_BUDGET', passed: true, value: '32.31' },
      { criterion: 'WELL_COVERED', passed: false, value: '52.50' },
    ]);
  });

  it('resolves what is open about a service that was archived or merged', async () => {
    for (const key of ['left', 'gone', 'stays']) {
      await scene.service(key);
      await scene.person(`${key}-one`);
      await scene.allocate(`${key}-one`, key, 100);
      await set({ service: key, budgetPercent: '50', from: '2026-03-02' });
      for (let index = 0; index < 5; index++)
        await scene.log({
          person: `${key}-one`,
          service: key,
          workClass: 'TOIL',
          date: day('2026-03-02', index),
          duration: '8h',
        });
    }
    const open = async () =>
      (await alerts())
        .filter(({ status }: { status: string }) => status !== 'RESOLVED')
        .map(({ subject }: { subject: string }) => subject)
        .filter((subject: string) => ['left', 'gone', 'stays'].includes(subject))
        .sort();
    await evaluate('2026-03-06');
    expect(await open()).toEqual(['gone', 'left', 'stays']);
    await api.must(`mutation {
      updateService(input: { service: "left", archived: true }) { userErrors { message } }
      mergeServices(input: { from: "gone", into: "stays" }) { userErrors { message } }
    }`);
    await evaluate('2026-03-06');
    expect(await open()).toEqual(['stays']);
  });
});
