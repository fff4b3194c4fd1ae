import { randomBytes } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { hashOf, isToken, signInNameOf, tokenFrom } from './credentials.rules.js';
import { ABSOLUTE_SECONDS, IDLE_SECONDS, isAlive } from './session.rules.js';

describe('tokenFrom', () => {
  it('makes tokens that check themselves', () => {
    for (let n = 0; n < 200; n++) expect(isToken(tokenFrom(randomBytes(24)))).toBe(true);
  });

  it('carries at least 160 bits: two random tokens differ, and all places vary', () => {
    const tokens = Array.from({ length: 500 }, () => tokenFrom(randomBytes(24)));
    expect(new Set(tokens).size).toBe(500);
    for (let place = 5; place < 36; place++)
      expect(new Set(tokens.map((token) => token[place])).size).toBeGreaterThan(30);
  });

  it('is no token after any one character changed', () => {
    const token = tokenFrom(randomBytes(24));
    for (let place = 4; place < token.length; place++) {
      const other = token[place] === 'a' ? 'b' : 'a';
      expect(isToken(token.slice(0, place) + other + token.slice(place + 1))).toBe(false);
    }
  });

  it('is recognised by its own rule only', () => {
    for (const text of ['', 'utl_', 'x'.repeat(42), `utl_${'0'.repeat(38)}`])
      expect(isToken(text)).toBe(false);
  });
});

describe('hashOf', () => {
  it('is sha256 in hex', () => {
    expect(hashOf('abc')).toBe('ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad');
  });
});

describe('signInNameOf', () => {
  it.each([
    [' Ana ', 'ana'],
    ['ＡＮＡ', 'ana'],
    ['김 민지', '김 민지'],
  ])('reads %j as %j', (name, expected) => expect(signInNameOf(name)).toBe(expected));
});

describe('isAlive', () => {
  const now = Date.UTC(2026, 2, 2);
  it.each([
    ['fresh', 0, 0, true],
    ['idle just short of the limit', IDLE_SECONDS, IDLE_SECONDS - 1, true],
    ['idle for the limit', IDLE_SECONDS, IDLE_SECONDS, false],
    ['old though in use', ABSOLUTE_SECONDS, 0, false],
    ['one second short of old', ABSOLUTE_SECONDS - 1, 0, true],
  ])('%s', (_, age, idle, alive) => {
    expect(isAlive(now - age * 1000, now - idle * 1000, now)).toBe(alive);
  });
});
