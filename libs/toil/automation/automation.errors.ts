import { Refusal } from '#platform';

const MOST_MINUTES = 1_000_000;

export const noSuchAutomation = (key: string, path: string[]): Refusal =>
  new Refusal('NOT_FOUND', `There is no automation with the key "${key.slice(0, 63)}".`, path);

/** The faults of a text that must say something. */
export function blankFault(text: string, what: string, path: string[], longest = 255): Refusal[] {
  const trimmed = text.trim();
  if (trimmed.length === 0) return [new Refusal('INVALID_INPUT', `${what} must not be empty.`, path)];
  if (text.length > longest || text.includes('\0')) {
    return [
      new Refusal('INVALID_INPUT', `${what} has at most ${longest} characters, and no zero character.`, path),
    ];
  }
  return [];
}

/** The faults of a whole number that must lie between two others. */
export function wholeFault(
  value: number | null | undefined,
  low: number,
  high: number,
  name: string,
): Refusal[] {
  if (value === null || value === undefined || (value >= low && value <= high)) return [];
  return [new Refusal('INVALID_INPUT', `${name} goes from ${low} to ${high}.`, ['input', name])];
}

export const MOST = MOST_MINUTES;
