import { beforeAll, describe, expect, it } from 'vitest';
import { ManualClock } from '#platform';
import { useApi } from '../harness/use-api.js';
import { toilScene } from './toil-scene.js';

const PERIOD = 'from to automations runs creditedRuns claimedMinutes realisedMinutes ratioPercent';

describe('what automation gave back', () => {
  const api = useApi({ clock: new ManualClock(new Date('2026-03-10T16:00:00Z')) });
  const scene = toilScene(api);
  const givenBack = async (variables: object) =>
    (
      await api.must(
        `query($services: [String!], $person: String, $at: Date) {
           givenBack(services: $services, person: $person, at: $at) { week { ${PERIOD} } quarter { ${PERIOD} } } }`,
        variables,
      )
    ).givenBack;

  beforeAll(async () => {
    await scene.organization({ reportingZone: 'Asia/Seoul' });
    for (const key of ['checkout', 'search']) await scene.service(key);
    for (const key of ['kim', 'lee']) await scene.person(key);
    await scene.allocate('kim', 'checkout', 100, '2026-01-01');
    await scene.allocate('lee', 'search', 100, '2026-01-01');
    await scene.allocate('lee', 'search', 0, '2026-03-10');
    await scene.allocate('lee', 'checkout', 100, '2026-03-10');
    await api.must(
      'mutation { defineTaskType(input: { key: "restart", name: "Restart", forcedClass: TOIL }) { userErrors { message } } }',
    );
    for (const [key, service] of [
      ['restarter', 'checkout'],
      ['sweeper', 'search'],
      ['idle', 'checkout'],
    ]) {
      await api.must(
        'mutation($i: RegisterAutomationInput!) { registerAutomation(input: $i) { userErrors { message } } }',
        { i: { key, service, taskType: 'restart', baselineMinutes: '20', attendedMinutes: '2' } },
      );
    }
    for (const [automation, runId, at, succeeded] of [
      ['restarter', '1', '2026-01-05T03:00:00Z', true],
      // Sunday in UTC, Monday in the reporting zone
      ['restarter', '2', '2026-03-08T16:00:00Z', true],
      ['restarter', '3', '2026-03-10T03:00:00Z', false],
      ['restarter', '4', '2026-03-12T03:00:00Z', true],
      ['sweeper', '1', '2026-02-05T03:00:00Z', true],
    ] as const) {
      await api.must(
        'mutation($i: RecordAutomationRunInput!) { recordAutomationRun(input: $i) { userErrors { message } } }',
        { i: { automation, runId, at, succeeded } },
      );
    }
    await scene.log({
      person: 'kim',
      service: 'checkout',
      taskType: 'restart',
      date: '2026-03-10',
      duration: '6m',
    });
  });

  it('counts the week and the quarter up to today in the reporting zone', async () => {
    expect(await givenBack({ services: ['checkout'] })).toEqual({
      // 20 - 2 - 2 claimed; demand of one run and one by hand: 2 x 20 - (6 + 2 + 2)
      week: {
        ...{ from: '2026-03-09', to: '2026-03-12', automations: 1, runs: 1, creditedRuns: 1 },
        ...{ claimedMinutes: '16', realisedMinutes: '30', ratioPercent: '187.50' },
      },
      quarter: {
        ...{ from: '2026-01-01', to: '2026-03-12', automations: 1, runs: 2, creditedRuns: 2 },
        ...{ claimedMinutes: '34', realisedMinutes: '48', ratioPercent: '141.18' },
      },
    });
  });

  it('adds up all services, and says null where nothing is claimed', async () => {
    const { week, quarter } = await givenBack({ at: '2026-02-08' });
    expect(week).toMatchObject({
      from: '2026-02-02',
      to: '2026-02-09',
      automations: 1,
      claimedMinutes: '18',
    });
    expect(quarter).toMatchObject({ automations: 2, runs: 2, claimedMinutes: '36' });
    expect((await givenBack({ at: '2025-12-31' })).quarter).toMatchObject({
      ...{ from: '2025-10-01', to: '2026-01-01', automations: 0, claimedMinutes: '0', ratioPercent: null },
    });
  });

  it.each([
    ['lee', '2026-03-09', '18'],
    ['lee', '2026-03-10', '34'],
    ['kim', '2026-03-09', '36'],
  ])('follows %s to the services of %s', async (person, at, claimedMinutes) => {
    expect((await givenBack({ person, at })).quarter).toMatchObject({ claimedMinutes });
  });

  it.each([
    [{ services: ['nothing'] }, 'NOT_FOUND'],
    [{ person: 'nobody' }, 'NOT_FOUND'],
    [{ person: 'kim', services: ['checkout'] }, 'BAD_USER_INPUT'],
  ])('refuses %j', async (variables, code) => {
    const { errors } = await api.query(
      'query($services: [String!], $person: String) { givenBack(services: $services, person: $person) { week { runs } } }',
      variables,
    );
    expect(errors?.[0]?.extensions.code).toBe(code);
  });
});
