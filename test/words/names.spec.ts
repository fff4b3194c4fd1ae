import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { FINDING_CODES } from '#ml';

const ROOT = join(import.meta.dirname, '..', '..');
const namesOf = (language: string, area: string, group: string): string[] => {
  const path = join(ROOT, 'apps/web/src/i18n', language, `${area}.json`);
  return Object.keys((JSON.parse(readFileSync(path, 'utf8')) as Record<string, object>)[group] ?? {});
};

// `kind: 'incident.stale'`, `const kind = 'automation.realised'`, `PIPELINE_HELD = 'pipeline.held'`
const KIND = /(?:\bkind(?::| =)|\b(?:PIPELINE|QUEUE|ROLLED)_\w+ =) '([a-z]+\.[a-z_]+)'/g;
const alertKinds = [
  ...new Set(
    globSync('{apps/worker,libs}/**/*.ts', { cwd: ROOT })
      .filter((path) => !path.endsWith('.spec.ts'))
      .flatMap((path) => [...readFileSync(join(ROOT, path), 'utf8').matchAll(KIND)])
      .map(([, kind]) => kind as string),
  ),
];

// The pages would show the code itself where it has no name.
describe.each(['en', 'ko'])('names of the pages in %s', (language) => {
  it('hold every code of a finding', () => {
    expect(FINDING_CODES.length).toBeGreaterThan(40);
    expect(FINDING_CODES.filter((code) => !namesOf(language, 'datasets', 'code').includes(code))).toEqual([]);
  });
  it('hold every kind of alert', () => {
    expect(alertKinds).toEqual(
      expect.arrayContaining(['incident.stale', 'pipeline.held', 'automation.realised']),
    );
    const named = namesOf(language, 'alerts', 'kind');
    expect(alertKinds.filter((kind) => !named.includes(kind.replace('.', '_')))).toEqual([]);
  });
});
