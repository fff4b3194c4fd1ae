import { describe, expect, it } from 'vitest';
import { type BatchPlan, planFault, preflight } from './preflight.rules.js';

const plan = (
  usableRows: number,
  batchSize: number,
  epochs: number | null,
  more: Partial<BatchPlan> = {},
): BatchPlan => ({ usableRows, batchSize, epochs, steps: null, allowPartialBatch: false, ...more });

describe('preflight (M1)', () => {
  it.each<[usable: number, batch: number, epochs: number, batches: number, dropped: number]>([
    [200, 100, 1, 2, 0],
    [630, 70, 1, 9, 0],
    [270, 70, 1, 3, 60],
    [250, 100, 1, 2, 50],
  ])(
    '%i rows in batches of %i over %i epoch: %i batches, %i dropped',
    (usable, batch, epochs, batches, dropped) => {
      expect(preflight(plan(usable, batch, epochs))).toMatchObject({
        verdict: 'PASS',
        batchesPerEpoch: batches,
        totalBatches: batches,
        droppedRows: dropped,
        shortfall: null,
        findings: [],
      });
    },
  );

  it('fails when no batch can ever be filled, and says how many pictures are missing', () => {
    const report = preflight(plan(50, 100, 1));
    expect(report).toMatchObject({ verdict: 'FAIL', batchesPerEpoch: 0, totalBatches: 0, shortfall: 50 });
    expect(report.findings[0]).toMatchObject({
      code: 'BATCH_GT_DATA',
      severity: 'FAIL',
      message: '50 usable images, batch 100, repeat off, partial batch off: no batch can ever be filled',
    });
  });

  it('passes with a warning when it repeats: each batch holds copies', () => {
    const report = preflight(plan(50, 100, null));
    expect(report).toMatchObject({ verdict: 'WARN', totalBatches: null, shortfall: null });
    expect(report.findings[0]).toMatchObject({
      severity: 'WARN',
      message: 'each batch holds copies: 100 rows from 50 images',
    });
  });

  it('fails on nothing at all', () => {
    expect(preflight(plan(0, 10, null))).toMatchObject({
      verdict: 'FAIL',
      findings: [{ code: 'EMPTY_INPUT', severity: 'FAIL' }],
    });
  });

  it('fails when the loop wants more steps than there are batches', () => {
    const report = preflight(plan(200, 100, 1, { steps: 10_000 }));
    expect(report.findings[0]).toMatchObject({
      code: 'STEPS_GT_DATA',
      severity: 'FAIL',
      message: 'data ends after 2 batches, loop wants 10,000',
    });
  });

  it('fills batches across epochs', () => {
    expect(preflight(plan(50, 100, 2))).toMatchObject({
      verdict: 'PASS',
      batchesPerEpoch: 0,
      totalBatches: 1,
      shortfall: null,
    });
    expect(preflight(plan(30, 100, 2))).toMatchObject({ verdict: 'FAIL', totalBatches: 0, shortfall: 20 });
  });

  it('drops nothing when a partial batch is allowed', () => {
    expect(preflight(plan(250, 100, 1, { allowPartialBatch: true }))).toMatchObject({
      verdict: 'PASS',
      batchesPerEpoch: 3,
      droppedRows: 0,
      totalBatches: 3,
    });
    expect(preflight(plan(50, 100, 1, { allowPartialBatch: true }))).toMatchObject({
      verdict: 'PASS',
      totalBatches: 1,
    });
  });

  it('stays inside 32 bits', () => {
    expect(preflight(plan(2 ** 31 - 1, 1, 2 ** 31 - 1)).totalBatches).toBe(2 ** 31 - 1);
  });
});

describe('planFault', () => {
  it.each<[BatchPlan, string | null]>([
    [plan(1, 1, 1), null],
    [plan(-1, 1, 1), 'usableRows: 0 or more.'],
    [plan(1, 0, 1), 'batchSize: 1 or more.'],
    [plan(1, 1, 0), 'epochs: 1 or more; leave it out to repeat for ever.'],
    [plan(1, 1, 1, { steps: 0 }), 'steps: 1 or more.'],
  ])('%j: %s', (given, fault) => {
    expect(planFault(given)).toBe(fault);
  });
});
