import { describe, expect, it } from 'vitest';
import { formatDuration, parseDuration } from './duration.rules.js';

describe('parseDuration', () => {
  it.each([
    ['45m', 2700],
    ['90m', 5400],
    ['3h', 10_800],
    ['2h27m', 8820],
    ['2h 27m', 8820],
    ['1:30', 5400],
    ['0:05', 300],
    ['1.5', 5400],
    ['1.5h', 5400],
    ['8', 28_800],
    ['1.3333', 4800],
    [' 2H ', 7200],
    ['0', 0],
  ])('reads %s as %i seconds', (text, seconds) => {
    expect(parseDuration(text)).toBe(seconds);
  });

  it.each([
    '',
    ' ',
    '-1h',
    '+1h',
    '90s',
    '1h30s',
    '1:60',
    '1:5',
    '1:30:00',
    '2h90m',
    '1,5',
    '1e3',
    '.5',
    '5.',
    'h',
    'm',
    'abc',
    'PT1H',
    '1h30',
    '9'.repeat(30),
  ])('refuses %j', (text) => {
    expect(parseDuration(text)).toBeNull();
  });
});

describe('formatDuration', () => {
  it.each([
    [8820, '2h27m'],
    [2700, '45m'],
    [7200, '2h'],
    [29, '0m'],
    [30, '1m'],
    [3599, '1h'],
  ])('writes %i as %s', (seconds, text) => {
    expect(formatDuration(seconds)).toBe(text);
  });
});
