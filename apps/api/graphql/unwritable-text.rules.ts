/** A text that no database row can hold, where it stands in the arguments. */
const HALF_A_CHARACTER = /\p{Surrogate}/u;

/** What is said to such a text. */
export const UNWRITABLE = 'A text must hold neither the zero character nor half a character.';

/** The place of the first text with the zero character or half a character; null when there is none. */
export function unwritableText(value: unknown, path: string[] = []): string[] | null {
  if (typeof value === 'string') return value.includes('\0') || HALF_A_CHARACTER.test(value) ? path : null;
  if (value === null || typeof value !== 'object' || value instanceof Date) return null;
  for (const [name, part] of Object.entries(value)) {
    const found = unwritableText(part, [...path, name]);
    if (found) return found;
  }
  return null;
}

// What PostgreSQL says of such a text, in a column (22021) and inside of JSON (22P05, 22P02).
const CODES = new Set(['22021', '22P05', '22P02']);

/** Whether an error may come from such a text. */
export const isAboutText = (error: unknown): boolean =>
  CODES.has(String((error as { code?: unknown } | null)?.code));
