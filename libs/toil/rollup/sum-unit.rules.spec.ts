import { describe, expect, it } from 'vitest';
import {
  ALL_UNITS,
  isPlain,
  PARTS,
  PLAIN_UNITS,
  partOf,
  sumExpressions,
  unattendedAt,
  unitAt,
} from './sum-unit.rules.js';
import { PLAIN_COLUMNS, UNIT_COLUMNS, unitColumn } from './unit-column.rules.js';

describe('the layout of a row of sums', () => {
  it('has a place of its own for each part of each column', () => {
    const places = UNIT_COLUMNS.flatMap((_, column) =>
      Array.from({ length: PARTS }, (__, part) => unitAt(column, part)),
    );
    const unattended = PLAIN_COLUMNS.map((_, column) => unattendedAt(column));
    expect([...places, ...unattended].sort((a, b) => a - b)).toEqual(
      Array.from({ length: ALL_UNITS }, (_, index) => index),
    );
    expect(Math.max(...unattended)).toBeLessThan(PLAIN_UNITS);
  });

  it('keeps toil by band and every other class as one', () => {
    expect([0, 1, 2].map((band) => partOf(0, band))).toEqual([0, 1, 2]);
    expect([1, 2, 3].map((workClass) => partOf(workClass, 2))).toEqual([3, 4, 5]);
  });

  it('is plain while the other attributions say the same as equal parts', () => {
    const units = new Array<number>(ALL_UNITS).fill(0);
    for (const attribution of ['EQUAL_SPLIT', 'SEVERITY_WINS', 'FULL'] as const)
      units[unitAt(unitColumn('PERSON', 'WALL', attribution), 1)] = 7;
    expect(isPlain(units)).toBe(true);
    units[unitAt(unitColumn('PERSON', 'WALL', 'FULL'), 1)] = 8;
    expect(isPlain(units)).toBe(false);
  });
});

describe('sumExpressions', () => {
  it('adds up the toil of all bands, and tells that of one', () => {
    const column = unitColumn('PERSON', 'ENGAGED', 'EQUAL_SPLIT');
    expect(sumExpressions(column, null)).toMatchObject({
      toil: 'units[1] + units[2] + units[3]',
      banded: 'units[1] + units[2] + units[3]',
      engineering: 'units[4]',
      unattended: 'units[7]',
      again: '0::bigint',
    });
    expect(sumExpressions(column, 'OFF').banded).toBe('units[2]');
  });

  it('falls back to equal parts where another attribution was left out', () => {
    const { overhead, again } = sumExpressions(unitColumn('PERSON', 'ENGAGED', 'FULL'), null);
    expect(overhead).toMatch(/^coalesce\(units\[\d+\], units\[5\]\)$/);
    expect(again).toContain('- (units[1] + units[2] + units[3] + units[4] + units[5] + units[6])');
  });
});
