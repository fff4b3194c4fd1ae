/**
 * A sentence of the server and what it says in another language. In it stand: {names} for what changes, within one
 * sentence; {*names} for what may hold several sentences; {!names} for what has to be known itself; {#names} for
 * figures; {@names} for codes; {=names} for names that people gave, which stay as they are; and {one|other} for words
 * that say the same, such as {is|are}.
 */
export type Sentence = readonly [from: string, to: string];

/** Turns a sentence of the server into the reader's language; what nobody has translated stays as it is. */
export type Translator = (text: string) => string;

const literal = (text: string) => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

// never over the end of a sentence: what follows it is a sentence of its own
const WITHIN = '((?:(?!\\. [A-Z"])[\\s\\S])+?)';

const PLACES: Record<string, string> = {
  '#': '([\\d.,]+)',
  '@': '([A-Z][A-Z_]{2,})',
  '=': '([\\s\\S]+?)',
  '*': '([\\s\\S]+?)',
  '': WITHIN,
  '!': WITHIN,
};

const compile = ([from, to]: Sentence) => {
  const places: { kind: string; name: string }[] = [];
  const pattern = from
    .split(/(\{[#@=*!]?\w+\}|\{[^{}|]*\|[^{}]*\})/)
    .map((part) => {
      const [, choice] = /^\{([^{}]*\|[^{}]*)\}$/.exec(part) ?? [];
      if (choice !== undefined) return `(?:${choice.split('|').map(literal).join('|')})`;
      const [, kind = '', name] = /^\{([#@=*!]?)(\w+)\}$/.exec(part) ?? [];
      if (!name) return literal(part);
      places.push({ kind, name });
      return PLACES[kind];
    })
    .join('');
  return { pattern: new RegExp(`^${pattern}$`), places, to };
};

const DEEPEST = 4;

/**
 * Reads the sentences in order: the first that fits speaks. What stands for a value is translated on its own when `words`
 * knows it or a sentence of the list fits it, so that a sentence may hold another one. Where nothing fits the whole,
 * the sentences in it are read one after the other.
 */
export const translator = (sentences: readonly Sentence[], words: Record<string, string>): Translator => {
  const compiled = sentences.map(compile);
  const meant = (kind: string, value: string, depth: number): string | null => {
    if (kind === '=' || kind === '#' || kind === '@' || depth === DEEPEST) return value;
    if (kind === '*') return all(value, depth + 1);
    const said = whole(value, depth + 1);
    return kind === '!' ? said : (said ?? value);
  };
  const whole = (text: string, depth: number): string | null => {
    // words of Object itself, such as "constructor", are nobody's
    if (Object.hasOwn(words, text)) return words[text] as string;
    for (const { pattern, places, to } of compiled) {
      const hit = pattern.exec(text);
      if (!hit) continue;
      const values = places.map(({ kind }, index) => meant(kind, hit[index + 1] as string, depth));
      if (values.includes(null)) continue;
      const named = Object.fromEntries(places.map(({ name }, index) => [name, values[index]]));
      return to.replace(/\{(\w+)\}/g, (_, name: string) => named[name] ?? '');
    }
    return null;
  };
  // of a list "one; other" the semicolon belongs to nobody
  const stretch = (text: string, depth: number): string | null => {
    const one = whole(text, depth);
    if (one !== null || !text.endsWith(';')) return one;
    const bare = whole(text.slice(0, -1), depth);
    return bare && `${bare};`;
  };
  const all = (text: string, depth: number): string => {
    const one = whole(text, depth);
    if (one !== null) return one;
    const parts = text.split(/(?<=[.;]) /);
    const said: string[] = [];
    // a sentence may hold a semicolon itself: the longest stretch that fits is taken
    for (let from = 0; from < parts.length; ) {
      let to = parts.length;
      let found: string | null = null;
      for (; to > from && found === null; to--) found = stretch(parts.slice(from, to).join(' '), depth);
      said.push(found ?? (parts[from] as string));
      from = found === null ? from + 1 : to + 1;
    }
    return said.join(' ');
  };
  return (text) => all(text, 0);
};
