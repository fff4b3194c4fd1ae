import { describe, expect, it } from 'vitest';
import {
  addDays,
  bytes,
  clock,
  dayIn,
  duration,
  durationParts,
  elapsed,
  hours,
  instantOf,
  localIn,
  number,
  oneIn,
  shortDigest,
  significant,
  weekStart,
} from './format.rules.js';

describe('duration', () => {
  it.each([
    [0.4, 'en', '0.4 s'],
    [12, 'en', '12 s'],
    [120, 'en', '2 m'],
    [397, 'en', '6 m 37 s'],
    [397, 'ko', '6분 37초'],
    [3600, 'en', '1 h'],
    [8820, 'en', '2 h 27 m'],
    [8820, 'ko', '2시간 27분'],
    [4_980_000, 'en', '1,383 h 20 m'],
    [-5400, 'en', '−1 h 30 m'],
    [-90, 'ko', '−1분 30초'],
  ])('%d s in %s is %s', (seconds, locale, words) => {
    // one piece: no line breaks inside
    expect(duration(seconds, locale)).toBe(words.replaceAll(' ', '\u00a0'));
  });
});

describe('durationParts', () => {
  it.each([
    [28_440, 'en', ['7 h', '54 m']],
    [28_440, 'ko', ['7시간', '54분']],
    [7200, 'en', ['2 h']],
    [0.4, 'en', ['0.4 s']],
  ])('%d s in %s', (seconds, locale, parts) => {
    expect(durationParts(seconds, locale)).toEqual(parts.map((part) => part.replaceAll(' ', '\u00a0')));
  });
});

describe('elapsed', () => {
  it.each([
    [0, '0:00'],
    [50, '0:50'],
    [135, '2:15'],
    [754, '12:34'],
    [3600, '1:00:00'],
    [40_000, '11:06:40'],
  ])('%d s is %s', (seconds, words) => {
    expect(elapsed(seconds)).toBe(words);
  });
});

describe('figures', () => {
  it('write hours, clocks, bytes and digests', () => {
    expect(hours(5400)).toBe('1.5 h');
    expect(hours(5400, 'ko')).toBe('1.5시간');
    expect(hours(-117_000)).toBe('−32.5 h');
    expect(number('-0.04', 1)).toBe('0.0');
    expect(significant('-0.3812')).toBe('−0.38');
    expect(significant(1234.5)).toBe('1,235');
    expect(clock(1122)).toBe('0:18:42');
    expect(bytes(512)).toBe('512 B');
    expect(bytes(15_640)).toBe('15.3 KiB');
    expect(oneIn(0.0327)).toBe(31);
    expect(shortDigest('9f3c000000000000000041d0')).toBe('9f3c…41d0');
  });
});

describe('calendar', () => {
  it('finds the first day of a week and the day in a zone', () => {
    expect(weekStart('2026-11-22')).toBe('2026-11-16');
    expect(weekStart('2026-11-22', 'SUNDAY')).toBe('2026-11-22');
    expect(addDays('2026-02-28', 1)).toBe('2026-03-01');
    expect(dayIn('2026-11-22T15:30:00Z', 'Asia/Seoul')).toBe('2026-11-23');
    expect(localIn('2026-11-22T15:30:00Z', 'Asia/Seoul')).toBe('2026-11-23T00:30');
    expect(instantOf('2026-11-23T00:30', 'Asia/Seoul')).toBe('2026-11-22T15:30:00.000Z');
    expect(instantOf('2026-07-01T12:00', 'Europe/Berlin')).toBe('2026-07-01T10:00:00.000Z');
  });
});
