import { describe, expect, it } from 'vitest';
import { allowedHosts, isAllowedHost, isOwnOrigin } from './host.rules.js';

const allowed = allowedHosts({
  host: '0.0.0.0',
  publicUrl: 'https://untoil.example/x',
  allowedHosts: ['Proxy.internal'],
});

describe('isAllowedHost', () => {
  it.each([
    ['localhost', true],
    ['LOCALHOST:8080', true],
    ['127.0.0.1:1', true],
    ['[::1]:8080', true],
    ['untoil.example', true],
    ['proxy.internal:99', true],
    ['evil.example', false],
    ['untoil.example.evil.example', false],
    ['localhost:8080@evil.example', false],
    ['localhost:123456', false],
    ['', false],
    [undefined, false],
  ])('%j: %s', (host, expected) => expect(isAllowedHost(host, allowed)).toBe(expected));
});

describe('isOwnOrigin', () => {
  const host = 'localhost:8080';
  it.each([
    ['our own page', { origin: 'http://localhost:8080' }, true],
    ['the public address behind a proxy', { origin: 'https://untoil.example' }, true],
    ['another port of the same machine', { origin: 'http://localhost:3000' }, false],
    ['another scheme of the public address', { origin: 'http://untoil.example' }, false],
    ['a foreign page', { origin: 'https://evil.example' }, false],
    ['a sandboxed page', { origin: 'null' }, false],
    ['a foreign page that forgot its Origin', { 'sec-fetch-site': 'cross-site' }, false],
    [
      'a page of another subdomain',
      { origin: 'http://localhost:8080', 'sec-fetch-site': 'same-site' },
      false,
    ],
    ['our own page without Origin', { 'sec-fetch-site': 'same-origin' }, true],
    ['no browser at all', {}, false],
  ])('%s: %j', (_, headers, expected) =>
    expect(isOwnOrigin({ host, ...headers }, 'https://untoil.example')).toBe(expected),
  );
});
