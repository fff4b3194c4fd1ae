import { describe, expect, it } from 'vitest';
import { daysRemaining, evenShare, samePeriod, urgentFirst } from './budget.rules.js';

const period = { from: '2026-11-09', to: '2026-12-07', workingDays: 20, workingDaysPassed: 15 };

describe('a budget on the page', () => {
  it('has so many working days left, and would have spent so much by now', () => {
    expect([daysRemaining({ period }), evenShare({ period })]).toEqual([5, 0.75]);
    expect([daysRemaining({ period: null }), evenShare({ period: null })]).toEqual([0, undefined]);
  });

  it('shows one period when all share it', () => {
    expect(samePeriod([{ period }, { period: { ...period, workingDaysPassed: 14 } }])).toEqual(period);
    expect(samePeriod([{ period }, { period: { ...period, from: '2026-11-02' } }])).toBeNull();
    expect(samePeriod([{ period }, { period: null }])).toBeNull();
    expect(samePeriod([])).toBeNull();
  });

  it('shows broken rules first, then what is spent most, and what is unknown last', () => {
    const budgets = [
      { key: 'idle', openRules: [], consumedPercent: null },
      { key: 'calm', openRules: [], consumedPercent: '9.00' },
      { key: 'late', openRules: [], consumedPercent: '80.00' },
      { key: 'fast', openRules: ['FAST' as const], consumedPercent: '30.00' },
    ];
    expect(urgentFirst(budgets).map(({ key }) => key)).toEqual(['fast', 'late', 'calm', 'idle']);
  });
});
