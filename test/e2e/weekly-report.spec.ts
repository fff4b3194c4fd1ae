import { beforeAll, describe, expect, it } from 'vitest';
import { ManualClock } from '#platform';
import { useApi } from '../harness/use-api.js';
import { byKey, toilScene } from './toil-scene.js';

describe('weekly reports', () => {
  const clock = new ManualClock(new Date('2026-03-09T09:00:00Z'));
  const api = useApi({ clock });
  const scene = toilScene(api);
  const WEEK = '2026-03-02';
  const LINE = 'position text service taskType durationSeconds isToil faults';
  const submit = async (text: string, more: object = {}) =>
    (
      await api.query(
        `mutation($i: SubmitWeeklyReportInput!) { submitWeeklyReport(input: $i) { lines { ${LINE} } userErrors { code path } } }`,
        { i: { person: 'kim', weekStarting: WEEK, text, ...more } },
      )
    ).data.submitWeeklyReport;
  const toilSeconds = async () => {
    const { services } = await scene.report({ from: WEEK, to: '2026-03-09', combined: true });
    const rows = byKey(services);
    return [rows.checkout?.toil.numeratorSeconds ?? 0, rows.search?.toil.numeratorSeconds ?? 0];
  };

  beforeAll(async () => {
    await scene.organization({ reportingZone: 'Asia/Seoul' });
    for (const service of ['checkout', 'search']) await scene.service(service);
    await scene.person('kim');
    await scene.allocate('kim', 'checkout', 50);
    await scene.allocate('kim', 'search', 50);
    await api.must(
      'mutation { defineTaskType(input: { key: "pipeline", name: "Pipeline", forcedClass: ENGINEERING }) { userErrors { message } } }',
    );
    await scene.log({
      person: 'kim',
      service: 'checkout',
      workClass: 'TOIL',
      date: '2026-03-03',
      duration: '1h',
    });
  });

  it('are read line by line before anything is written', async () => {
    const { weeklyReportPreview } = await api.must(
      `query($t: String!) { weeklyReportPreview(person: "kim", weekStarting: "${WEEK}", text: $t) { ${LINE} } }`,
      { t: '- 45m checkout restarted pods\n\nthought about search\n2h search new #pipeline' },
    );
    expect(weeklyReportPreview).toMatchObject([
      { position: 1, service: 'checkout', durationSeconds: 2700, isToil: true, faults: [] },
      {
        position: 3,
        service: 'search',
        durationSeconds: null,
        isToil: false,
        faults: [expect.stringContaining('How long')],
      },
      {
        position: 4,
        service: 'search',
        taskType: 'pipeline',
        durationSeconds: 7200,
        isToil: false,
        faults: [],
      },
    ]);
    expect(await toilSeconds()).toEqual([3600, 0]);
  });

  it('lift a service to what they tell, and never add to the log', async () => {
    const { lines, userErrors } = await submit(
      '45m checkout pods\n30m checkout quota\n20m search certs\n1h search #pipeline\nlunch',
    );
    expect(userErrors).toEqual([]);
    expect(lines).toHaveLength(5);
    expect(await toilSeconds()).toEqual([4500, 1200]);
    await scene.log({
      person: 'kim',
      service: 'checkout',
      workClass: 'TOIL',
      date: '2026-03-04',
      duration: '1h',
    });
    expect(await toilSeconds()).toEqual([7200, 1200]);
    const { weeklyReport } = await api.must(
      `{ weeklyReport(person: "kim", weekStarting: "${WEEK}") { ${LINE} } }`,
    );
    expect(weeklyReport).toEqual(lines);
    expect(weeklyReport[4]).toMatchObject({
      text: 'lunch',
      faults: expect.arrayContaining([expect.stringContaining('How long')]),
    });
  });

  it('take the place of the one before, services that are gone included', async () => {
    await submit('3h checkout pods');
    expect(await toilSeconds()).toEqual([10_800, 0]);
    await submit('3h checkout pods');
    expect(await toilSeconds()).toEqual([10_800, 0]);
    await submit('');
    expect(await toilSeconds()).toEqual([7200, 0]);
  });

  it('never count the time to write them as toil', async () => {
    const before = await toilSeconds();
    await submit('', { writingDuration: '15m' });
    await submit('', { writingDuration: '15m' });
    const { total, people } = await scene.report({ from: '2026-03-09', to: '2026-03-16' });
    expect(total.numeratorSeconds).toBe(0);
    expect(byKey(people).kim.overheadSeconds).toBe(900);
    expect(await toilSeconds()).toEqual(before);
  });

  it.each([
    ['more than a week has', '100h checkout\n100h search', {}, ['input', 'text']],
    ['a week that has not begun', '1h checkout', { weekStarting: '2026-03-16' }, ['input', 'weekStarting']],
    [
      'a day on which no week begins',
      '1h checkout',
      { weekStarting: '2026-03-03' },
      ['input', 'weekStarting'],
    ],
    ['a writing time that is none', '1h checkout', { writingDuration: 'long' }, ['input', 'duration']],
  ])('refuse %s', async (_, text, more, path) => {
    const before = await toilSeconds();
    expect(await submit(text, more)).toEqual({ lines: null, userErrors: [{ code: 'INVALID_INPUT', path }] });
    expect(await toilSeconds()).toEqual(before);
  });
});
