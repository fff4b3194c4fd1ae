import { isDecimal, parseUnits, Refusal } from '#platform';

const KEY = /^[a-z0-9][a-z0-9-]{0,62}$/;
/** Longest name and longest text that we keep. */
const NAME_LENGTH = 200;
const TEXT_LENGTH = 10_000;

// A surrogate without its other half is no character, and no JSON of the database can hold it.
const HALF_A_CHARACTER = /\p{Surrogate}/u;

/** What speaks against a key, as a list of at most one refusal. */
export function keyFault(key: string, path: string[]): Refusal[] {
  if (KEY.test(key)) return [];
  const rule =
    'A key is 1 to 63 lower-case letters, digits and hyphens, and begins with a letter or a digit.';
  return [new Refusal('INVALID_INPUT', rule, path)];
}

/** What speaks against a name: it must not be blank, and fit on a line. */
export function nameFault(name: string, path: string[]): Refusal[] {
  if (name.trim().length === 0) return [new Refusal('INVALID_INPUT', 'A name must not be blank.', path)];
  if (name.length > NAME_LENGTH)
    return [new Refusal('INVALID_INPUT', `A name has at most ${NAME_LENGTH} characters.`, path)];
  return textFault(name, path);
}

/** What speaks against free text: its length, and what the database cannot hold (the zero character, half a character). */
export function textFault(text: string | null | undefined, path: string[]): Refusal[] {
  if (text === null || text === undefined) return [];
  if (text.length > TEXT_LENGTH)
    return [new Refusal('INVALID_INPUT', `A text has at most ${TEXT_LENGTH} characters.`, path)];
  if (text.includes('\0'))
    return [new Refusal('INVALID_INPUT', 'A text must not hold the zero character.', path)];
  return HALF_A_CHARACTER.test(text)
    ? [new Refusal('INVALID_INPUT', 'The text was cut in the middle of a character.', path)]
    : [];
}

const EARLIEST = new Date('2000-01-01T00:00:00Z');
/** Other systems' clocks go wrong, but not by a day. */
const SKEW_MS = 86_400_000;

/** What speaks against an instant at which something is said to have happened. */
export function instantFault(at: Date, now: Date, path: string[]): Refusal[] {
  if (at < EARLIEST) return [new Refusal('INVALID_INPUT', 'What happened before 2000 is not kept.', path)];
  if (at.getTime() <= now.getTime() + SKEW_MS) return [];
  return [new Refusal('INVALID_INPUT', 'This has not happened yet.', path)];
}

/** What speaks against a decimal that must lie between two whole numbers, with at most four decimals. */
export function rangeFault(
  value: string,
  low: number,
  high: number,
  what: string,
  path: string[],
): Refusal[] {
  const units = isDecimal(value) && value.length < 40 ? parseUnits(value, 8) : null;
  if (units === null || units % 10_000n !== 0n) {
    return [new Refusal('INVALID_INPUT', `${what} is a plain decimal with at most four decimals.`, path)];
  }
  if (units >= BigInt(low) * 100_000_000n && units <= BigInt(high) * 100_000_000n) return [];
  return [new Refusal('INVALID_INPUT', `${what} lies between ${low} and ${high}.`, path)];
}
