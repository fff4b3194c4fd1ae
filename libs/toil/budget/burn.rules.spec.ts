import { describe, expect, it } from 'vitest';
import { Rational } from '../automation/rational.rules.js';
import {
  type BudgetDay,
  type BudgetTerms,
  burnState,
  highestReachableBurn,
  periodOf,
  staysOpen,
} from './burn.rules.js';

const HOUR = 3600;
const terms: BudgetTerms = {
  share: Rational.of(1, 2),
  periodWorkingDays: 20,
  fastBurn: Rational.parse('1.6'),
  slowBurn: Rational.parse('1.1'),
};
const date = (index: number) => new Date(Date.UTC(2026, 2, 2 + index)).toISOString().slice(0, 10);
// 2026-03-02 is a Monday; hours[i] is the toil of day i, weekends included.
const days = (hours: number[], count = 26, capacityHours = 16): BudgetDay[] =>
  Array.from({ length: count }, (_, index) => {
    const working = index % 7 < 5;
    return {
      date: date(index),
      working,
      toilSeconds: Rational.of(Math.round((hours[index] ?? 0) * HOUR)),
      capacitySeconds: Rational.of(working ? capacityHours * HOUR : 0),
    };
  });
const FOUR_WEEKS = days([
  ...[6, 6, 6, 6, 6, 0, 0],
  ...[7, 7, 7, 7, 8, 0, 0],
  ...[14, 14, 14, 15, 15, 0, 0],
  ...[6, 6, 6, 7, 5],
]);
const shown = (given: BudgetDay[], at: string, over: Partial<BudgetTerms> = {}) => {
  const state = burnState(given, at, { ...terms, ...over });
  const text = (value: Rational | null) => value?.toDecimal() ?? null;
  return {
    consumed: text(state.consumed),
    burns: [state.burn1d, state.burn5d, state.burn20d].map(text),
    daysLeft: text(state.daysLeft),
    holding: state.holding,
    notifying: state.notifying,
    unknown: state.unknown,
  };
};

describe('burnState', () => {
  it.each([
    ['2026-03-06', '0.1875', ['0.75', '0.75', '0.75'], [], null],
    ['2026-03-13', '0.4125', ['1', '0.9', '0.825'], [], null],
    ['2026-03-20', '0.8625', ['1.875', '1.8', '1.15'], ['FAST', 'SLOW'], 'FAST'],
    ['2026-03-27', '1.05', ['0.625', '0.75', '1.05'], ['EXHAUSTED'], 'EXHAUSTED'],
  ])('at the close of %s', (at, consumed, burns, holding, notifying) => {
    expect(shown(FOUR_WEEKS, at)).toMatchObject({ consumed, burns, holding, notifying, unknown: false });
  });

  it('tells the period, its hours and how far it is', () => {
    const state = burnState(FOUR_WEEKS, '2026-03-20', terms);
    expect(state.period).toEqual({
      from: '2026-03-02',
      to: '2026-03-28',
      workingDays: 20,
      workingDaysPassed: 15,
    });
    expect([state.allowanceSeconds, state.spentSeconds].map((one) => one.toNumber() / HOUR)).toEqual([
      160, 138,
    ]);
    expect(burnState([], '2026-03-20', terms).period).toBeNull();
  });

  it('tells how many days the rest lasts at the pace of the last five', () => {
    expect(shown(FOUR_WEEKS, '2026-03-20').daysLeft).toBe('1.5278');
    expect(shown(days([]), '2026-03-20').daysLeft).toBeNull();
  });

  it('takes weekend toil along without counting its days', () => {
    const given = days([8, 8, 8, 8, 8, 4, 4, 8]);
    expect(shown(given, '2026-03-08').burns).toEqual(['2', '1.2', '1.2']);
    expect(shown(given, '2026-03-09').burns[1]).toBe('1.2');
  });

  it('starts anew after the last working day of a period, while the 20 days roll on', () => {
    const given = days(
      Array.from({ length: 40 }, (_, index) => (index % 7 < 5 ? 8 : 0)),
      54,
    );
    expect(shown(given, '2026-03-29')).toMatchObject({ consumed: '1' });
    expect(shown(given, '2026-03-30')).toMatchObject({ consumed: '0.05', burns: ['1', '1', '1'] });
  });

  it.each([
    // Two weeks at twice the budget, then nothing: a period of ten days forgets them when the next one begins.
    [10, '2026-03-13', '2'],
    [10, '2026-03-16', '0'],
    [10, '2026-03-20', '0'],
    [19, '2026-03-16', '1.8182'],
    [20, '2026-03-16', '1.8182'],
    [20, '2026-03-30', '0.9'],
    [65, '2026-03-30', '0.9'],
  ])('over a period of %i days, at the close of %s, slow burn is %s', (periodWorkingDays, at, slow) => {
    const given = days([...[16, 16, 16, 16, 16, 0, 0], ...[16, 16, 16, 16, 16, 0, 0]], 60);
    expect(shown(given, at, { periodWorkingDays }).burns[2]).toBe(slow);
  });

  it('knows what burns on the first day of a short period when everybody is off', () => {
    const given = days([8, 8, 8, 8, 8, 0, 0, 0]).map((day) =>
      day.date === '2026-03-09' ? { ...day, capacitySeconds: Rational.of(0) } : day,
    );
    const state = shown(given, '2026-03-09', { periodWorkingDays: 5 });
    expect(state).toMatchObject({ burns: [null, '1', null], consumed: '0', unknown: false });
  });

  it('is unknown without capacity, and nothing burns', () => {
    const given = days([8, 8], 26, 0);
    expect(shown(given, '2026-03-06')).toEqual({
      consumed: null,
      burns: [null, null, null],
      daysLeft: null,
      holding: [],
      notifying: null,
      unknown: true,
    });
  });

  it('fires exactly at the threshold', () => {
    const given = days(Array.from({ length: 5 }, () => 12.8));
    expect(shown(given, '2026-03-06').holding).toEqual(['FAST', 'SLOW']);
    expect(shown(days([12.8, 12.8, 12.8, 12.8, 12.75]), '2026-03-06').holding).toEqual(['SLOW']);
  });
});

describe('staysOpen', () => {
  it.each([
    ['FAST', '2026-03-20', true],
    ['FAST', '2026-03-27', false],
    ['SLOW', '2026-03-20', true],
    ['SLOW', '2026-03-27', false],
    ['EXHAUSTED', '2026-03-20', false],
    ['EXHAUSTED', '2026-03-27', true],
  ] as const)('%s at %s: %s', (rule, at, expected) => {
    expect(staysOpen(rule, burnState(FOUR_WEEKS, at, terms), terms)).toBe(expected);
  });
});

describe('periodOf', () => {
  it('keeps the days off after the last working day in the period', () => {
    const period = periodOf(days([], 60), '2026-03-29', 20);
    expect([period[0]?.date, period.at(-1)?.date]).toEqual(['2026-03-02', '2026-03-29']);
    expect(periodOf(days([], 60), '2026-03-30', 20)[0]?.date).toBe('2026-03-30');
  });
});

describe('highestReachableBurn', () => {
  it.each([
    ['0.5', '2'],
    ['0.3', '3.3333'],
    ['1', '1'],
  ])('at a share of %s is %s', (share, expected) => {
    expect(highestReachableBurn(Rational.parse(share)).toDecimal()).toBe(expected);
  });
});
