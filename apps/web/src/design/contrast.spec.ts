import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';

const source = join(import.meta.dirname, '..');
const css = readFileSync(join(import.meta.dirname, 'tokens.css'), 'utf8');

const both = [...css.matchAll(/--([\w-]+):\s*light-dark\((#[0-9A-Fa-f]{6}), (#[0-9A-Fa-f]{6})\)/g)];
const themes = {
  light: Object.fromEntries(both.map(([, name, light]) => [name as string, light as string])),
  dark: Object.fromEntries(both.map(([, name, , dark]) => [name as string, dark as string])),
};

const luminance = (hex: string): number => {
  const [r, g, b] = [1, 3, 5].map((at) => {
    const value = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  }) as [number, number, number];
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
};
const contrast = (a: string | undefined, b: string | undefined): number => {
  if (!a || !b) throw new Error('a token is missing');
  const [low, high] = [luminance(a), luminance(b)].sort((x, y) => x - y) as [number, number];
  return (high + 0.05) / (low + 0.05);
};

const surfaces = ['bg-0', 'bg-1', 'bg-2'];
const states = ['ok', 'watch', 'over', 'idle'];

describe.each(Object.entries(themes))('contrast of the %s theme', (_name, tokens) => {
  it.each(['text-1', 'text-2', 'text-3', 'accent', ...states])(
    '%s reads as text on every surface',
    (token) => {
      for (const surface of surfaces)
        expect(contrast(tokens[token], tokens[surface])).toBeGreaterThanOrEqual(4.5);
    },
  );
  it.each(states)('%s reads on its own soft ground, and so does text', (token) => {
    expect(contrast(tokens[token], tokens[`${token}-soft`])).toBeGreaterThanOrEqual(4.5);
    expect(contrast(tokens['text-1'], tokens[`${token}-soft`])).toBeGreaterThanOrEqual(4.5);
  });
  it('reads on the accent, on its soft ground and on what is selected', () => {
    expect(contrast(tokens['on-accent'], tokens.accent)).toBeGreaterThanOrEqual(4.5);
    expect(contrast(tokens['on-accent'], tokens['accent-2'])).toBeGreaterThanOrEqual(4.5);
    expect(contrast(tokens.accent, tokens['accent-soft'])).toBeGreaterThanOrEqual(4.5);
    expect(contrast(tokens['text-2'], tokens['accent-soft'])).toBeGreaterThanOrEqual(4.5);
    for (const text of ['text-1', 'text-2'])
      expect(contrast(tokens[text], tokens['bg-3'])).toBeGreaterThanOrEqual(4.5);
  });
  it('keeps lines that carry meaning and every series visible', () => {
    for (const surface of surfaces)
      expect(contrast(tokens['line-3'], tokens[surface])).toBeGreaterThanOrEqual(3);
    for (const series of ['s1', 's2', 's3', 's4', 's5', 's6', 's7', 's8'])
      expect(contrast(tokens[series], tokens['bg-1'])).toBeGreaterThanOrEqual(3);
  });
});

describe('tokens', () => {
  it('reach the published figures', () => {
    const worst = (text: string, theme: Record<string, string>) =>
      Math.min(...surfaces.map((surface) => contrast(theme[text], theme[surface])));
    const rounded = (value: number) => Number(value.toFixed(2));
    expect(['text-1', 'text-2', 'text-3'].map((one) => rounded(worst(one, themes.light)))).toEqual([
      14.97, 6.93, 5.25,
    ]);
    expect(['text-1', 'text-2', 'text-3'].map((one) => rounded(worst(one, themes.dark)))).toEqual([
      13.97, 7.82, 5.68,
    ]);
  });
  it('have a light and a dark value each, and follow the system until one is chosen', () => {
    expect(both.length).toBe(30);
    expect(css).toMatch(/:root \{\s*color-scheme: light dark;/);
  });
  it('are the only place with raw colours', () => {
    const files = readdirSync(source, { recursive: true, encoding: 'utf8' }).filter(
      (name) => /\.(css|tsx)$/.test(name) && !name.endsWith('tokens.css'),
    );
    expect(files.length).toBeGreaterThan(50);
    const raw = files.filter((name) =>
      /#[0-9a-f]{6}\b|#[0-9a-f]{3}\b(?=[;"'\s])|\brgba?\(|\bhsla?\(/i.test(
        readFileSync(join(source, name), 'utf8').replace(/`#\$\{|href="#/g, ''),
      ),
    );
    expect(raw).toEqual([]);
  });
});
