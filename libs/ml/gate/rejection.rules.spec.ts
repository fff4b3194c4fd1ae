import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { rejectionAt, rejectionReport } from './rejection.rules.js';

const of = (...pairs: [confidence: number, right: boolean][]) =>
  pairs.map(([confidence, right]) => ({ confidence, right }));
const MIXED = of([0.3, false], [0.4, true], [0.6, false], [0.7, true], [0.9, true], [0.95, true]);

describe('rejectionAt', () => {
  it.each([
    [0, { accepted: 6, acceptedRight: 4, rejectedWrong: 0, rejectedRight: 0 }],
    [0.4, { accepted: 5, acceptedRight: 4, rejectedWrong: 1, rejectedRight: 0 }],
    [0.41, { accepted: 4, acceptedRight: 3, rejectedWrong: 1, rejectedRight: 1 }],
    [1, { accepted: 0, acceptedRight: 0, rejectedWrong: 2, rejectedRight: 4 }],
  ])('counts at %d', (below, expected) => expect(rejectionAt(MIXED, below)).toEqual({ below, ...expected }));
});

describe('rejectionReport', () => {
  it('advises the lowest threshold that reaches the accuracy', () => {
    expect(rejectionReport(MIXED, 0.5, 0.8).advised).toMatchObject({ below: 0.4, accepted: 5 });
    expect(rejectionReport(MIXED, 0.5, 1).advised).toMatchObject({ below: 0.7, accepted: 3 });
    expect(rejectionReport(MIXED, 0.5, 0.5).advised).toMatchObject({ below: 0, accepted: 6 });
  });

  it('advises nothing where the most confident answers are wrong', () => {
    const report = rejectionReport(of([0.5, true], [0.99, false]), 0, 0.9);
    expect(report.advised).toBeNull();
    expect(report.separation).toBe(0);
    expect(report.advice).toContain('No threshold reaches 90.0 %');
  });

  it('says in words what the version rejects and what would reach the goal', () => {
    expect(rejectionReport(MIXED, 0.5, 1).advice).toBe(
      'Below 0.50 this version says "unknown" to 2 of 6 validation pictures; 75.0 % of the others are right. For 100.0 % reject below 0.70: 50.0 % of the pictures would be unknown.',
    );
    expect(rejectionReport(MIXED, 0.9, 1).advice).toContain(
      'That reaches 100.0 %, and so would 0.70 already.',
    );
  });

  it('separates by rank, ties half', () => {
    expect(rejectionReport(MIXED, 0, 1).separation).toBeCloseTo(7 / 8, 12);
    expect(rejectionReport(of([0.5, true], [0.5, false]), 0, 1).separation).toBe(0.5);
    expect(rejectionReport(of([0.5, true]), 0, 1).separation).toBeNull();
  });

  it('stands without answers', () => {
    const report = rejectionReport([], 0.5, 0.9);
    expect(report).toMatchObject({ advised: null, separation: null, current: { accepted: 0 } });
    expect(report.points).toHaveLength(21);
  });

  it('never advises a threshold that a lower one of the answers beats', () => {
    const answer = fc.record({
      confidence: fc.integer({ min: 0, max: 20 }).map((n) => n / 20),
      right: fc.boolean(),
    });
    fc.assert(
      fc.property(
        fc.array(answer, { maxLength: 40 }),
        fc.double({ min: 0.1, max: 1, noNaN: true }),
        (all, wanted) => {
          const { advised } = rejectionReport(all, 0.5, wanted);
          const reaching = [0, ...all.map(({ confidence }) => confidence)]
            .sort((a, b) => a - b)
            .map((below) => rejectionAt(all, below))
            .find(({ accepted, acceptedRight }) => accepted > 0 && acceptedRight >= wanted * accepted);
          expect(advised?.accepted ?? null).toBe(reaching?.accepted ?? null);
        },
      ),
    );
  });
});
