import { describe, expect, it } from 'vitest';
import { acceptedSecrets, secretFault } from './webhook-secret.rules.js';

describe('secretFault', () => {
  it.each([
    ['15 characters', 'a'.repeat(15), false],
    ['16 characters', 'a'.repeat(16), true],
    ['255 characters', 'a'.repeat(255), true],
    ['256 characters', 'a'.repeat(256), false],
    ['a blank inside', `${'a'.repeat(16)} b`, false],
    ['a line break at the end', `${'a'.repeat(16)}\n`, false],
    ['a letter outside ASCII', `${'a'.repeat(16)}ü`, false],
    ['every printable sign', '!"#$%&()*+,-./:;<=>?@[]^_`{|}~', true],
  ])('judges %s', (_, secret, fine) => {
    expect(secretFault(secret) === null).toBe(fine);
    expect(secretFault(secret) ?? '').not.toContain(secret);
  });
});

describe('acceptedSecrets', () => {
  const now = new Date('2026-03-04T00:00:00Z');
  const at = (text: string) => new Date(`2026-03-${text}Z`);
  it.each([
    ['nothing stored, nothing set', null, undefined, []],
    ['nothing stored: the environment', null, 'env', ['env']],
    [
      'stored: the environment is silent',
      { current: 'a', previous: null, previousUntil: null },
      'env',
      ['a'],
    ],
    [
      'both during the overlap',
      { current: 'b', previous: 'a', previousUntil: at('04T00:00:01') },
      undefined,
      ['b', 'a'],
    ],
    [
      'the new one alone from the end of it',
      { current: 'b', previous: 'a', previousUntil: at('04T00:00:00') },
      undefined,
      ['b'],
    ],
  ])('takes %s', (_, stored, environment, expected) => {
    expect(acceptedSecrets(stored, environment, now)).toEqual(expected);
  });
});
