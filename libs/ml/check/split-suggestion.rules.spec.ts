import { describe, expect, it } from 'vitest';
import type { ComparedPicture } from './similarity.rules.js';
import { suggestValidation } from './split-suggestion.rules.js';

const picture = (
  label: number,
  number: number,
  high = (label * 1000 + number) * 2_654_435_761,
): ComparedPicture => {
  const hash = { high: high >>> 0, low: Math.imul(high | 1, 40_503 * (number + 1)) >>> 0 };
  return {
    split: 'TRAINING',
    label,
    pixelSha: `${label}-${String(number).padStart(3, '0')}`,
    hash,
    mirror: { high: ~hash.low >>> 0, low: ~hash.high >>> 0 },
    usable: true,
    shown: { path: '', row: null, split: 'TRAINING', label: null, pixelSha: null },
  };
};
const classOf = (label: number, n: number) =>
  Array.from({ length: n }, (_, number) => picture(label, number));

describe('suggestValidation', () => {
  it('holds a fifth of each class back', () => {
    const held = [...suggestValidation([...classOf(0, 10), ...classOf(1, 20)], 4)];
    expect([
      held.filter((one) => one.startsWith('0-')).length,
      held.filter((one) => one.startsWith('1-')).length,
    ]).toEqual([2, 4]);
  });
  it('does not depend on the order of the pictures', () => {
    const list = [...classOf(0, 10), ...classOf(1, 10)];
    expect(suggestValidation([...list].reverse(), 4)).toEqual(suggestValidation(list, 4));
  });
  it('keeps pictures that look alike on one side', () => {
    const list = classOf(0, 20);
    for (const i of [3, 4, 5, 6]) list[i] = { ...list[i]!, hash: list[2]!.hash, mirror: list[2]!.mirror };
    const held = suggestValidation(list, 4);
    const alike = list.slice(2, 7).filter(({ pixelSha }) => held.has(pixelSha)).length;
    expect([0, 5]).toContain(alike);
    expect(held.size).toBe(4);
  });
  it('keeps what was held back and adds classes that are new', () => {
    const kept = suggestValidation(classOf(0, 10), 4);
    const held = suggestValidation([...classOf(0, 40), ...classOf(1, 5)], 4, kept);
    expect([...held].filter((one) => one.startsWith('0-')).sort()).toEqual([...kept].sort());
    expect([...held].filter((one) => one.startsWith('1-'))).toHaveLength(1);
  });
  it('leaves a class of one picture in training', () => {
    expect(suggestValidation(classOf(0, 1), 4).size).toBe(0);
  });
});
