import { describe, expect, it } from 'vitest';
import { bandEdges, bandOf } from './band.rules.js';

describe('bandEdges', () => {
  it('are the defaults of an organisation without settings of its own', () => {
    expect(bandEdges({ toilBudgetPercent: '50', settings: {} })).toEqual([30, 50]);
  });
  it('follow the organisation', () => {
    expect(bandEdges({ toilBudgetPercent: '40', settings: { watchPercent: 25 } })).toEqual([25, 40]);
  });
});

describe('bandOf', () => {
  it.each([
    [null, 'UNKNOWN'],
    ['24.99', 'HEALTHY'],
    ['25', 'WATCH'],
    ['40', 'WATCH'],
    ['40.01', 'OVER'],
  ])('%s %% is %s', (percent, band) => {
    expect(bandOf(percent, [25, 40])).toBe(band);
  });
});
