/** Who is taken out: by name, by the paths of the pictures, and by the digests of their pixels. */
export interface ErasedPerson {
  name: string;
  placeholder: string;
  paths: ReadonlySet<string>;
  pixels: ReadonlySet<string>;
}

const PLACEHOLDER = /^erased-[0-9a-f]{12}$/;

/** The name that stands for an erased person; `random` is hexadecimal. */
export const placeholderOf = (random: string): string => `erased-${random.slice(-12)}`;

/** Whether a class stands for an erased person: it keeps its place among a model's outputs, and has no pictures. */
export const isErasedName = (name: string): boolean => PLACEHOLDER.test(name);

// Words of ours, which a person may be called by chance.
const OURS = new Set(['code', 'severity', 'split', 'status', 'state', 'outcome', 'verdict', 'kind']);

/** The text without paths of the pictures, and with the placeholder for the name where it stands as a word. */
export function scrubText(text: string, { name, placeholder, paths, pixels }: ErasedPerson): string {
  if (paths.has(text) || pixels.has(text)) return placeholder;
  let left = text;
  if (/[/.]/.test(text)) for (const path of paths) left = left.replaceAll(path, placeholder);
  if (!left.includes(name)) return left;
  const word = name.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&');
  return left.replace(new RegExp(`(?<![\\p{L}\\p{N}])${word}(?![\\p{L}\\p{N}])`, 'gu'), () => placeholder);
}

const shows = (value: unknown, person: ErasedPerson): boolean => {
  if (typeof value !== 'object' || value === null) return false;
  const { path, pixelSha, label, a, b } = value as Record<string, unknown>;
  return (
    (typeof pixelSha === 'string' && person.pixels.has(pixelSha)) ||
    (typeof path === 'string' && person.paths.has(path)) ||
    (typeof path === 'string' && label === person.name) ||
    shows(a, person) ||
    shows(b, person)
  );
};

/**
 * A JSON value without the person: entries of lists that show a picture go (where `keepEntries`, they stay and say no
 * more which picture), all other text is scrubbed.
 */
export function scrub(value: unknown, person: ErasedPerson, keepEntries = false): unknown {
  if (typeof value === 'string') return scrubText(value, person);
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) {
    const kept = keepEntries ? value : value.filter((entry) => !shows(entry, person));
    return kept.map((entry) => scrub(entry, person, keepEntries));
  }
  return Object.fromEntries(
    Object.entries(value).map(([key, inner]) => [
      OURS.has(key) ? key : scrubText(key, person),
      OURS.has(key) ? inner : scrub(inner, person, keepEntries),
    ]),
  );
}
