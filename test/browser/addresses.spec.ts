import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { matchPath } from 'react-router';
import { describe, expect, it } from 'vitest';
import { addressesOf } from './addresses.js';

const web = join(import.meta.dirname, '../../apps/web/src');
const named = (file: string, property: string): string[] =>
  [...readFileSync(join(web, file), 'utf8').matchAll(new RegExp(`\\b${property}: '([^']+)'`, 'g'))].map(
    ([, name]) => name as string,
  );
const pathnames = addressesOf({ incident: 'inc_1', run: 'run_1' }).map(
  (address) => new URL(address, 'http://localhost').pathname,
);

describe('addresses that are held against accessibility rules', () => {
  it('reach every route of the pages by the most fitting pattern', () => {
    const patterns = named('app/routes.tsx', 'path').map((path) =>
      path.startsWith('/') ? path : `/${path}`,
    );
    expect(patterns.length).toBeGreaterThan(20);
    // As the router decides: a name in the address wins over a parameter in the pattern.
    const fixed = (pattern: string) => pattern.split('/').filter((part) => !/^[:*]/.test(part)).length;
    const chosen = pathnames.map(
      (pathname) =>
        patterns.filter((pattern) => matchPath(pattern, pathname)).sort((a, b) => fixed(b) - fixed(a))[0],
    );
    expect(patterns.filter((pattern) => !chosen.includes(pattern))).toEqual([]);
    expect(pathnames).toContain('/');
  });

  it('reach every tab of the settings', () => {
    const tabs = named('pages/settings/settings-page.tsx', 'key').map((tab) => `/settings/${tab}`);
    expect(tabs.length).toBeGreaterThan(10);
    expect(tabs.filter((tab) => !pathnames.includes(tab))).toEqual([]);
  });
});
