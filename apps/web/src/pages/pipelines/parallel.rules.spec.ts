import { describe, expect, it } from 'vitest';
import { type Axis, placesOn } from './parallel.rules.js';

const axis: Axis = { key: 'x', label: 'x', format: (value) => `<${value}>` };

describe('placesOn', () => {
  it.each([
    ['figures to scale', [10, 20, 40], [0, 1 / 3, 1], ['<10>', '<40>']],
    ['words evenly', ['a', 'b', 'a', 'c'], [0, 0.5, 0, 1], ['<a>', '<b>', '<c>']],
    ['what all share in the middle', [7, 7], [0.5, 0.5], ['<7>']],
    ['a missing value nowhere', [1, null, 3], [0, null, 1], ['<1>', '<3>']],
    ['nothing at all', [null, null], [null, null], []],
    ['words and figures as words', ['a', 2], [0, 1], ['<a>', '<2>']],
  ])('%s', (_name, values, shares, labels) => {
    const placed = placesOn(axis, values);
    expect(placed.shares).toEqual(shares);
    expect(placed.marks.map((mark) => mark.label)).toEqual(labels);
  });
});
