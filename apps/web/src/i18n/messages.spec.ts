import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from '@formatjs/icu-messageformat-parser';
import { describe, expect, it } from 'vitest';

const source = join(import.meta.dirname, '..');

const flat = (value: object, path = ''): Record<string, string> =>
  Object.fromEntries(
    Object.entries(value).flatMap(([key, inner]) =>
      typeof inner === 'string' ? [[`${path}${key}`, inner]] : Object.entries(flat(inner, `${path}${key}.`)),
    ),
  );
const messages = (language: string) => {
  const folder = join(import.meta.dirname, language);
  const areas = readdirSync(folder).filter((name) => name.endsWith('.json'));
  return Object.assign(
    {},
    ...areas.map((name) =>
      flat(JSON.parse(readFileSync(join(folder, name), 'utf8')) as object, `${name.replace('.json', '')}.`),
    ),
  ) as Record<string, string>;
};
const en = messages('en');
const ko = messages('ko');

const code = readdirSync(source, { recursive: true, encoding: 'utf8' })
  .filter((name) => /\.tsx?$/.test(name) && !name.endsWith('.spec.ts'))
  .map((name) => readFileSync(join(source, name), 'utf8'))
  .join('\n');

// every text that looks like a key of an area, wherever it stands: t('a.b'), t(x ? 'a.b' : 'a.c'), t(`a.b.${x}`)
const areas = [...new Set(Object.keys(en).map((key) => key.split('.')[0]))].join('|');
const literal = new Set(
  [...code.matchAll(new RegExp(`'((?:${areas})\\.[A-Za-z0-9_.]+)'`, 'g'))].map((hit) => hit[1] as string),
);
const patterns = [
  ...new Set(
    [...code.matchAll(new RegExp(`\`((?:${areas})\\.[^\`]*\\$\\{[^\`]*)\``, 'g'))].map(
      (hit) => hit[1] as string,
    ),
  ),
].map(
  (text) =>
    new RegExp(
      `^${text.replaceAll('.', '\\.').replace(/\$\{[^}]*\}(?:[^\\]*'[^']*'\})?/g, '[A-Za-z0-9_]+')}$`,
    ),
);

describe('messages', () => {
  it('are complete in both languages', () => {
    expect(Object.keys(en).length).toBeGreaterThan(500);
    expect(Object.keys(ko).sort()).toEqual(Object.keys(en).sort());
  });
  it('hold every key that the pages name', () => {
    expect([...literal].filter((key) => !(key in en) && !key.endsWith('.js'))).toEqual([]);
  });
  it('hold at least one key for every key that is put together', () => {
    expect(patterns.filter((pattern) => !Object.keys(en).some((key) => pattern.test(key)))).toEqual([]);
  });
  it('hold nothing that no page names', () => {
    expect(
      Object.keys(en).filter((key) => !literal.has(key) && !patterns.some((pattern) => pattern.test(key))),
    ).toEqual([]);
  });
  it('parse, and ask for the same values in both languages', () => {
    const values = (text: string) => {
      const names = new Set<string>();
      const walk = (parts: ReturnType<typeof parse>) => {
        for (const part of parts) {
          if ('value' in part && part.type !== 0) names.add(String(part.value));
          if ('options' in part) for (const option of Object.values(part.options)) walk(option.value);
        }
      };
      walk(parse(text));
      return [...names].sort().join(' ');
    };
    // a text may repeat a number as figure and as formatted text; Korean has no plural and needs the text only
    const optional = new Set(['datasets.count']);
    const differ = Object.keys(en).filter(
      (key) => !optional.has(key) && values(en[key] ?? '') !== values(ko[key] ?? ''),
    );
    expect(differ).toEqual([]);
  });
  it('are Korean where a sentence is due', () => {
    const untranslated = Object.entries(ko).filter(
      ([key, text]) => text === en[key] && /[a-z]{4,} [a-z]{3,}/i.test(text),
    );
    expect(untranslated).toEqual([]);
  });
  it('say every refusal of the API', () => {
    const schema = readFileSync(join(source, '..', '..', '..', 'schema.graphql'), 'utf8');
    const codes = /^enum ErrorCode \{\n([^}]+)\}/m.exec(schema)?.[1]?.match(/[A-Z_]+/g) ?? [];
    expect(codes.length).toBeGreaterThan(15);
    expect(codes.filter((code) => !(`common.refused.${code}` in ko))).toEqual([]);
  });
});
