/** The parts of a key press that decide. */
export interface KeyPress {
  key: string;
  code: string;
  isComposing: boolean;
  ctrlKey: boolean;
  metaKey: boolean;
  altKey: boolean;
  /** Whether the press landed where people type. */
  typing: boolean;
}
/** What a key press asks for. */
export type Shortcut =
  | { act: 'log' | 'search' | 'help' | 'palette' | 'submit' }
  | { go: string }
  | { wait: 'g' }
  | null;

const places: Record<string, string> = {
  h: '/',
  t: '/toil',
  i: '/incidents',
  a: '/automate',
  d: '/datasets',
  p: '/pipelines',
  m: '/models',
  l: '/alerts',
  s: '/settings',
};

// A Latin letter stands for itself (any layout); a Hangul one falls back to the key's place on the board.
const letter = (press: KeyPress): string => {
  if (/^[a-z]$/i.test(press.key)) return press.key.toLowerCase();
  const place = /^Key([A-Z])$/.exec(press.code)?.[1];
  return place && /^[^\x20-\x7e]+$|^Process$/.test(press.key) ? place.toLowerCase() : press.key;
};

/** Which shortcut a key press means; while an input method composes or somebody types, only the palette's and the one that saves. */
export const shortcutOf = (press: KeyPress, after: 'g' | null): Shortcut => {
  const key = letter(press);
  if ((press.ctrlKey || press.metaKey) && key === 'k' && !press.altKey) return { act: 'palette' };
  if ((press.ctrlKey || press.metaKey) && key === 'Enter' && press.typing && !press.isComposing)
    return { act: 'submit' };
  if (press.isComposing || press.typing || press.ctrlKey || press.metaKey || press.altKey) return null;
  if (after === 'g') return places[key] ? { go: places[key] } : null;
  if (key === 'c') return { act: 'log' };
  if (key === '/') return { act: 'search' };
  if (key === '?') return { act: 'help' };
  return key === 'g' ? { wait: 'g' } : null;
};
