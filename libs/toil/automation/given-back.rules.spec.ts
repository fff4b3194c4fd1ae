import { describe, expect, it } from 'vitest';
import { givenBackSum } from './given-back.rules.js';
import type { Savings } from './ledger.rules.js';
import { Rational } from './rational.rules.js';

const savings = (runs: number, claimed: number, realised: number): Savings => ({
  rows: runs,
  creditedRuns: runs,
  succeededRuns: runs,
  manualCount: 0,
  claimedMinutes: Rational.of(claimed),
  realisedMinutes: Rational.of(realised),
  ratio: null,
  countDegree: null,
  effortDegree: null,
  demandCapped: false,
});

describe('givenBackSum', () => {
  it.each([
    ['nothing', [], [0, 0, '0', '0', null]],
    ['one that did not run', [savings(0, 0, 120)], [0, 0, '0', '0', null]],
    ['sum over sum', [savings(3, 60, 30), savings(1, 20, 20)], [2, 4, '80', '50', '0.625']],
    ['attended longer than saved', [savings(2, -10, 5)], [1, 2, '-10', '5', null]],
  ])('%s', (_, books, expected) => {
    const sum = givenBackSum(books);
    expect([
      sum.automations,
      sum.creditedRuns,
      sum.claimedMinutes.toDecimal(),
      sum.realisedMinutes.toDecimal(),
      sum.ratio?.toDecimal() ?? null,
    ]).toEqual(expected);
  });
});
