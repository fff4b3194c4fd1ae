import { parseDuration } from '../work/duration.rules.js';

/** Where in a list of words a duration stands, half-open, and what it is. */
export interface WrittenDuration {
  from: number;
  to: number;
  seconds: number;
  /** A whole number without a unit. */
  isBare: boolean;
}

/**
 * The first duration among the words, in one (`1:30`, `1시간30분`) or as two (`2h 27m`, `45 min`). A whole number by itself is
 * one (hours) only where nothing else is: "restart 3 pods 45m".
 */
export function durationIn(words: readonly string[]): WrittenDuration | null {
  let bare: WrittenDuration | null = null;
  for (const [from, word] of words.entries()) {
    const pair = words[from + 1] === undefined ? null : secondsOfPair(word, words[from + 1] as string);
    if (pair !== null) return { from, to: from + 2, seconds: pair, isBare: false };
    const seconds = parseDuration(inLetters(word));
    if (seconds === null) continue;
    if (!/^\d+$/.test(word)) return { from, to: from + 1, seconds, isBare: false };
    bare ??= { from, to: from + 1, seconds, isBare: true };
  }
  return bare;
}

// 45 min, 2h 27m
function secondsOfPair(first: string, second: string): number | null {
  const [a, b] = [inLetters(first), inLetters(second)];
  const isOne =
    (/^\d+(\.\d+)?$/.test(a) && (b === 'h' || b === 'm')) || (/^\d+h$/.test(a) && /^\d+m$/.test(b));
  return isOne ? parseDuration(a + b) : null;
}

const inLetters = (word: string): string =>
  word
    .toLowerCase()
    .replace(/시간반$/, 'h30m')
    .replace(/(시간|hours?|hrs?)/, 'h')
    .replace(/(분|minutes?|mins?)$/, 'm');
