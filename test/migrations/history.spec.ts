import { readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { migrations } from '#migrations';

const files = readdirSync(new URL('../../migrations', import.meta.url)).filter((file) => /^\d/.test(file));
const stampOf = (name: string): string => /\d{13}/.exec(name)?.[0] ?? '';

describe('the history of the database', () => {
  it('lists every file once', () => {
    expect(migrations.map((migration) => stampOf(migration.name)).toSorted()).toEqual(
      files.map(stampOf).toSorted(),
    );
  });

  it('has one order, by unique stamps, that the class names carry too', () => {
    const stamps = migrations.map((migration) => stampOf(migration.name));
    expect(stamps).toEqual([...new Set(stamps)].toSorted());
    for (const migration of migrations) expect(migration.name).toMatch(/^[A-Z]\w*\d{13}$/);
  });
});
