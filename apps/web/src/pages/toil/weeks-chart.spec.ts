import { describe, expect, it } from 'vitest';
import { weeksChart } from './weeks-chart.js';

const TODAY = '2026-11-29';
const format = { today: () => TODAY, one: String, fullDate: String, month: String };
const toil = (percent: string, coveragePercent: string) => ({
  percent,
  lowPercent: percent,
  highPercent: '100',
  coveragePercent,
});
const lastPoint = (from: string, to: string, coverage = '50') =>
  weeksChart('', '', [{ from, to, toil: toil('0', coverage) }], format, 70, [30, 50]).series[0]?.points[0];

describe('weeksChart', () => {
  it('draws a week that is over firm and with its interval', () => {
    expect(lastPoint('2026-11-16', '2026-11-23')).toMatchObject({ y: 0, high: 100, provisional: false });
  });
  it.each([
    ['on its first days', '2026-11-23', '2026-11-26'],
    ['on its last day', '2026-11-23', '2026-11-30'],
  ])('draws the running week dashed and without an interval: %s', (_, from, to) => {
    expect(lastPoint(from, to)).toMatchObject({ y: 0, high: null, provisional: true });
  });
  it.each([
    [70, [0, 30, 50]],
    [100, [0, 30, 50, 100]],
    [450, [0, 30, 50, 200, 400]],
  ])('marks a scale up to %d', (yMax, marks) => {
    expect(weeksChart('', '', [], format, yMax, [30, 50]).yTicks).toEqual(marks);
  });
  it('leaves the running week out while nothing is logged in it', () => {
    expect(lastPoint('2026-11-23', '2026-11-30', '0')?.y).toBeNull();
  });
});
