import { beforeAll, describe, expect, it } from 'vitest';
import { useApi } from '../harness/use-api.js';
import { toilScene } from './toil-scene.js';

describe('rules for classes that change', () => {
  const api = useApi();
  const scene = toilScene(api);
  const ids: string[] = [];
  const classes = async () => {
    const { workEntries } = await api.must(
      '{ workEntries(from: "2026-02-01T00:00:00Z", to: "2026-04-01T00:00:00Z", first: 50) { nodes { id workClass } } }',
    );
    return Object.fromEntries(
      workEntries.nodes.map((entry: { id: string; workClass: string }) => [
        ids.indexOf(entry.id),
        entry.workClass,
      ]),
    );
  };
  const reclassify = async (input: object, token?: string) =>
    (
      await api.query(
        'mutation($i: ReclassifyWorkInput!) { reclassifyWork(input: $i) { changed locked userErrors { code path } } }',
        { i: input },
        token,
      )
    ).data.reclassifyWork;
  const toilSeconds = async () =>
    (await scene.report({ from: '2026-02-01', to: '2026-04-01' })).total.numeratorSeconds;

  beforeAll(async () => {
    await scene.organization({ reportingZone: 'Asia/Seoul' });
    await scene.service('checkout');
    await scene.person('kim');
    // Manual, repetitive and without enduring value: three of five.
    const criteria = { manual: true, repetitive: true, noEnduringValue: true };
    const others = { automatable: false, tactical: false, scalesLinearly: false };
    await api.must(
      'mutation($i: DefineTaskTypeInput!) { defineTaskType(input: $i) { userErrors { message } } }',
      { i: { key: 'restart', name: 'Restart', criteria: { ...criteria, ...others } } },
    );
    for (const [date, more] of [
      ['2026-02-10', {}],
      ['2026-02-11', {}],
      ['2026-02-17', {}],
      ['2026-03-03', {}],
      ['2026-03-10', {}],
      ['2026-03-11', { workClass: 'ENGINEERING' }],
    ] as const) {
      const entry = {
        person: 'kim',
        service: 'checkout',
        taskType: 'restart',
        date,
        duration: '1h',
        ...more,
      };
      ids.push((await scene.log(entry)).id);
    }
  });

  it('leave what was logged before as it is', async () => {
    expect(await classes()).toEqual({
      ...{ 0: 'UNCLASSIFIED', 1: 'UNCLASSIFIED', 2: 'TOIL', 3: 'TOIL', 4: 'TOIL', 5: 'ENGINEERING' },
    });
    await scene.organization({ settings: { repetitiveFrom: 2 } });
    expect((await classes())[1]).toBe('UNCLASSIFIED');
    expect(await toilSeconds()).toBe(3 * 3600);
  });

  it('say beforehand what would change, in hours of each class, and change nothing', async () => {
    const { reclassifyWork } = await api.must(
      'mutation { reclassifyWork(input: { dryRun: true }) { changed locked shifts { workClass beforeSeconds afterSeconds } userErrors { code } } }',
    );
    expect(reclassifyWork).toMatchObject({ changed: 1, locked: 0 });
    expect(reclassifyWork.shifts).toEqual([
      { workClass: 'TOIL', beforeSeconds: 3 * 3600, afterSeconds: 4 * 3600 },
      { workClass: 'ENGINEERING', beforeSeconds: 3600, afterSeconds: 3600 },
      { workClass: 'OVERHEAD', beforeSeconds: 0, afterSeconds: 0 },
      { workClass: 'UNCLASSIFIED', beforeSeconds: 2 * 3600, afterSeconds: 3600 },
    ]);
    expect((await classes())[1]).toBe('UNCLASSIFIED');
  });

  it('hold for it when somebody says so, with its history', async () => {
    expect(await reclassify({ taskTypes: ['restart'] })).toEqual({ changed: 1, locked: 0, userErrors: [] });
    expect(await classes()).toMatchObject({ 0: 'UNCLASSIFIED', 1: 'TOIL', 5: 'ENGINEERING' });
    expect(await toilSeconds()).toBe(4 * 3600);
    const { workEntryHistory } = await api.must(
      'query($id: ID!) { workEntryHistory(id: $id) { action before after } }',
      { id: ids[1] },
    );
    expect(workEntryHistory.map((row: { action: string }) => row.action)).toContain('work.reclassify');
    expect(await reclassify({})).toEqual({ changed: 0, locked: 0, userErrors: [] });
  });

  it('stop at locked weeks', async () => {
    await api.must(
      'mutation { lockPeriod(input: { weekStarting: "2026-02-16" }) { userErrors { message } } }',
    );
    await scene.organization({ settings: { toilScorePercent: 80 } });
    expect(await reclassify({})).toEqual({ changed: 3, locked: 1, userErrors: [] });
    expect(await classes()).toMatchObject({
      1: 'UNCLASSIFIED',
      2: 'TOIL',
      3: 'UNCLASSIFIED',
      4: 'UNCLASSIFIED',
    });
  });

  it('stop there as well when the task type itself changes', async () => {
    const { updateTaskType } = await api.must(
      'mutation($i: UpdateTaskTypeInput!) { updateTaskType(input: $i) { changed locked taskType { key } userErrors { code } } }',
      { i: { taskType: 'restart', forcedClass: 'ENGINEERING' } },
    );
    expect(updateTaskType).toMatchObject({ changed: 4, locked: 1, taskType: { key: 'restart' } });
    expect(await classes()).toMatchObject({ 1: 'ENGINEERING', 2: 'TOIL', 3: 'ENGINEERING' });
    expect(await toilSeconds()).toBe(3600);
    const again = await api.must(
      'mutation { updateTaskType(input: { taskType: "restart", name: "Restart it" }) { changed locked userErrors { code } } }',
    );
    expect(again.updateTaskType).toMatchObject({ changed: 0, locked: 0 });
  });

  it('say which task type nobody knows', async () => {
    expect(await reclassify({ taskTypes: ['restart', 'nothing'] })).toEqual({
      ...{ changed: 0, locked: 0, userErrors: [{ code: 'NOT_FOUND', path: ['input', 'taskTypes', '1'] }] },
    });
  });
});
