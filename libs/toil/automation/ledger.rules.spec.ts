import { describe, expect, it } from 'vitest';
import { keepLedger, type LedgerRun, type LedgerTerms } from './ledger.rules.js';
import { Rational } from './rational.rules.js';

const run = (runId: string, over: Partial<LedgerRun> = {}): LedgerRun => ({
  runId,
  at: Number(runId.slice(1)),
  week: '2026-03-02',
  succeeded: true,
  attendedMinutes: Rational.of(2),
  reversed: false,
  inRange: true,
  ...over,
});
const terms = (over: Partial<LedgerTerms> = {}): LedgerTerms => ({
  baselineMinutes: Rational.of(20),
  demandByWeek: null,
  demandInRange: null,
  manualCount: 0,
  manualMinutes: Rational.of(0),
  ...over,
});
const each = (demand: number) =>
  new Map(['2026-03-02', '2026-03-09'].map((week) => [week, Rational.of(demand)]));
const books = (runs: LedgerRun[], over: Partial<LedgerTerms> = {}) => {
  const savings = keepLedger(runs, terms(over));
  return {
    rows: savings.rows,
    credited: savings.creditedRuns,
    claimed: savings.claimedMinutes.toDecimal(),
    realised: savings.realisedMinutes.toDecimal(),
    ratio: savings.ratio?.toDecimal() ?? null,
    count: savings.countDegree?.toDecimal() ?? null,
    effort: savings.effortDegree?.toDecimal() ?? null,
    capped: savings.demandCapped,
  };
};

describe('keepLedger', () => {
  it('credits the baseline and debits what was attended, failed runs too', () => {
    expect(books([run('r1'), run('r2'), run('r3', { succeeded: false })])).toEqual({
      rows: 3,
      credited: 2,
      claimed: '34',
      realised: '34',
      ratio: '1',
      count: '1',
      effort: '1',
      capped: false,
    });
  });

  it('credits no more than the demand of each week, in order of time, however the runs arrive', () => {
    const runs = [run('r3'), run('r1'), run('r2'), run('r4', { week: '2026-03-09' })];
    const demand = { demandByWeek: each(2), demandInRange: Rational.of(4) };
    expect(books(runs, demand)).toMatchObject({ credited: 3, claimed: '52', realised: '72', capped: true });
    expect(books(runs.toReversed(), demand)).toEqual(books(runs, demand));
  });

  it('lets a reversal take the run back, keep both rows, and free its place in the demand', () => {
    const runs = [run('r1', { reversed: true }), run('r2')];
    expect(books(runs, { demandByWeek: each(1) })).toMatchObject({
      rows: 3,
      credited: 1,
      claimed: '18',
      capped: false,
    });
  });

  it('holds the claim against the work that was still logged by hand', () => {
    const result = books([run('r1'), run('r2')], {
      demandInRange: Rational.of(4),
      manualCount: 2,
      manualMinutes: Rational.of(50),
    });
    expect(result).toMatchObject({
      claimed: '36',
      realised: '26',
      ratio: '0.7222',
      count: '0.5',
      effort: '0.4444',
    });
  });

  it('has no degrees without executions and no ratio without a claim', () => {
    expect(books([])).toMatchObject({ rows: 0, claimed: '0', ratio: null, count: null, effort: null });
    expect(books([run('r1', { succeeded: false })])).toMatchObject({
      claimed: '-2',
      ratio: null,
      count: null,
    });
  });

  it('lets runs outside the range fill their week only', () => {
    const runs = [run('r1', { inRange: false }), run('r2')];
    expect(books(runs, { demandByWeek: each(1) })).toMatchObject({
      rows: 1,
      credited: 0,
      claimed: '-2',
      capped: true,
    });
  });
});
