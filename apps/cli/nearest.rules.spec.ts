import { describe, expect, it } from 'vitest';
import { nearest } from './nearest.rules.js';

const known = ['checkout', 'identity', 'search', 'badge-faces'];

describe('nearest', () => {
  it.each([
    ['chekout', 'checkout'],
    ['chekcout', 'checkout'],
    ['Checkout', 'checkout'],
    ['badge', 'badge-faces'],
    ['serach', 'search'],
    ['payments', null],
    ['x', null],
  ])('%s means %s', (word, expected) => {
    expect(nearest(word, known)).toBe(expected);
  });
});
