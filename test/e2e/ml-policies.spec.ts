import { describe, expect, it } from 'vitest';
import { useApi } from '../harness/use-api.js';

const JUDGE = `query ($input: JudgeGateInput!) { judgeGate(input: $input) { outcome pValue alpha wilsonLowPercent wilsonHighPercent lossBoundPercent advice } }`;
const SIMULATE = `query ($input: SimulateTriggerInput!) { simulateTrigger(input: $input) { atSeconds pictures } }`;

describe('M6: the gate on given counts', () => {
  const api = useApi();
  const judge = async (b: number, c: number, more: object = {}) => {
    const counts = { n: 50, candidateRight: 40 + b - c, candidateOnlyRight: b, championOnlyRight: c };
    return (await api.must(JUDGE, { input: { ...counts, ...more } })).judgeGate;
  };

  it.each([
    [5, 0, {}, { outcome: 'PROMOTE_BETTER', pValue: '0.0313', lossBoundPercent: '1.79', alpha: '0.05' }],
    [6, 1, {}, { outcome: 'HOLD', pValue: '0.0625', lossBoundPercent: '3.78' }],
    [6, 1, { newData: true }, { outcome: 'PROMOTE_NOT_WORSE', pValue: '0.0625' }],
    [3, 1, {}, { outcome: 'HOLD', pValue: '0.3125', lossBoundPercent: '7.48' }],
    [0, 0, {}, { outcome: 'HOLD', pValue: '1', lossBoundPercent: '5.82' }],
    [0, 5, {}, { outcome: 'REJECT_WORSE' }],
    [5, 0, { looks: 2 }, { outcome: 'HOLD', alpha: '0.025' }],
    [8, 1, { looks: 2 }, { outcome: 'PROMOTE_BETTER', pValue: '0.0195', alpha: '0.025' }],
  ])('%i against %i with %j', async (b, c, more, expected) =>
    expect(await judge(b, c, more)).toMatchObject(expected),
  );

  it('gives 45 of 50 the interval 78.64 to 95.65 and says what 0 against 0 lacks', async () => {
    expect(await judge(5, 0)).toMatchObject({ wilsonLowPercent: '78.64', wilsonHighPercent: '95.65' });
    expect((await judge(0, 0)).advice).toContain('add at least 9 validation images');
  });

  it('holds 9 of 10 without a champion against the floor', async () => {
    const nine = { n: 10, candidateRight: 9 };
    const ask = async (input: object) => (await api.must(JUDGE, { input })).judgeGate;
    expect(await ask(nine)).toMatchObject({
      outcome: 'REJECT_FLOOR',
      wilsonLowPercent: '59.58',
      pValue: null,
    });
    expect(await ask({ ...nine, gate: { floorPercent: '50' } })).toMatchObject({
      outcome: 'FIRST',
      lossBoundPercent: null,
    });
  });

  it.each([
    [{ n: 0, candidateRight: 0 }],
    [{ n: 10, candidateRight: 11 }],
    [{ n: 10, candidateRight: 5, candidateOnlyRight: 1 }],
    [{ n: 10, candidateRight: 5, candidateOnlyRight: 6, championOnlyRight: 0 }],
    [{ n: 10, candidateRight: 5, gate: { alpha: '1' } }],
  ])('refuses %j', async (input) => {
    expect((await api.query(JUDGE, { input })).errors?.[0]?.extensions.code).toBe('BAD_USER_INPUT');
  });
});

describe('M5: the retrain policy on given arrivals', () => {
  const api = useApi();
  const simulate = async (input: object) => (await api.must(SIMULATE, { input })).simulateTrigger;

  it('waits for the debounce and for the cool-down', async () => {
    const arrivals = [
      { atSeconds: 0, pictures: 10 },
      { atSeconds: 60, pictures: 10 },
      { atSeconds: 100, pictures: 5 },
      { atSeconds: 300, pictures: 30 },
    ];
    expect(await simulate({ arrivals, classes: 5, runSeconds: 600, untilSeconds: 50_000 })).toEqual([
      { atSeconds: 220, pictures: 25 },
      { atSeconds: 22_420, pictures: 30 },
    ]);
  });

  it('stops waiting after the longest wait', async () => {
    const arrivals = Array.from({ length: 61 }, (_, i) => ({ atSeconds: 60 * i, pictures: 1 }));
    expect(await simulate({ arrivals, classes: 5, runSeconds: 600, untilSeconds: 3600 })).toEqual([
      { atSeconds: 1800, pictures: 31 },
    ]);
  });

  it('refuses what makes no sense', async () => {
    const input = { arrivals: [], classes: 0, untilSeconds: 10, trigger: { minNew: 0 } };
    expect((await api.query(SIMULATE, { input })).errors?.[0]?.extensions.code).toBe('BAD_USER_INPUT');
    const flood = Array.from({ length: 2 }, () => ({ atSeconds: 0, pictures: 2 ** 30 }));
    const asked = { arrivals: flood, classes: 5, runSeconds: 1, untilSeconds: 10 };
    expect((await api.query(SIMULATE, { input: asked })).errors?.[0]?.message).toBe(
      'arrivals: at most 2147483647 pictures in all.',
    );
  });
});

describe('the inspector', () => {
  const api = useApi();
  const ask = async (layers: object[], inputShape = [96, 96, 3]) =>
    (
      await api.must(
        `query ($inputShape: [Int!]!, $layers: [LayerInput!]!) { inspectArchitecture(inputShape: $inputShape, layers: $layers) { layers { name outputShape kernelShape parameters macs meaning } parameters macs misfit } }`,
        { inputShape, layers },
      )
    ).inspectArchitecture;

  it('explains [2,2,3,30] and names the first layer that does not fit', async () => {
    const report = await ask([
      { name: 'first', kind: 'conv', filter: [2, 2, 3, 30], pool: 2 },
      { name: 'second', kind: 'conv', filter: [3, 3, 16, 32] },
    ]);
    expect(report).toMatchObject({
      parameters: 390,
      layers: [{ outputShape: [48, 48, 30], parameters: 390 }],
    });
    expect(report.misfit).toContain('it must be [3,3,30,32]');
  });
});
