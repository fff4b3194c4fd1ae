/** A sentence of the server and what it says in another language; {names} stand for what changes, {#names} for figures, {@names} for codes. */
export type Sentence = readonly [from: string, to: string];

/** Turns a sentence of the server into the reader's language; what nobody has translated stays as it is. */
export type Translator = (text: string) => string;

const literal = (text: string) => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

const compile = ([from, to]: Sentence) => {
  const names: string[] = [];
  const pattern = from
    .split(/(\{[#@]?\w+\})/)
    .map((part) => {
      const [, kind, name] = /^\{([#@]?)(\w+)\}$/.exec(part) ?? [];
      if (!name) return literal(part);
      names.push(name);
      return kind === '#' ? '([\\d.,]+)' : kind === '@' ? '([A-Z]+_[A-Z_]+)' : '([\\s\\S]+?)';
    })
    .join('');
  return { pattern: new RegExp(`^${pattern}$`), names, to };
};

/**
 * Reads the sentences in order: the first that fits speaks. What stands for a name is translated on its own when `words`
 * knows it or a sentence of the list fits it, so that a sentence may hold another one. Where nothing fits the whole,
 * the sentences in it are read one after the other.
 */
export const translator = (sentences: readonly Sentence[], words: Record<string, string>): Translator => {
  const compiled = sentences.map(compile);
  const whole = (text: string, depth: number): string | null => {
    if (text in words) return words[text] as string;
    for (const { pattern, names, to } of compiled) {
      const hit = pattern.exec(text);
      if (!hit) continue;
      const values = Object.fromEntries(
        names.map((name, index) => {
          const value = hit[index + 1] as string;
          return [name, (depth < 4 ? whole(value, depth + 1) : null) ?? value];
        }),
      );
      return to.replace(/\{(\w+)\}/g, (_, name: string) => values[name] ?? '');
    }
    return null;
  };
  return (text) => {
    const one = whole(text, 0);
    if (one !== null) return one;
    const parts = text.split(/(?<=[.;]) /);
    const said: string[] = [];
    // a sentence may hold a semicolon itself: the longest stretch that fits is taken
    for (let from = 0; from < parts.length; ) {
      let to = parts.length;
      let words: string | null = null;
      for (; to > from && words === null; to--) words = whole(parts.slice(from, to).join(' '), 0);
      said.push(words ?? (parts[from] as string));
      from = words === null ? from + 1 : to + 1;
    }
    return said.join(' ');
  };
};
