/** What has a key, and a name that others may have too. */
export interface Named {
  key: string;
  name: string;
  archivedAt: Date | null;
}

/** Finds the key of the only one in use with a name, in any case; null when there is none, or several. */
export function keysByName(rows: readonly Named[]): (name: string) => string | null {
  const byName = new Map<string, string | null>();
  for (const { key, name, archivedAt } of rows) {
    const plain = plainName(name);
    if (archivedAt === null) byName.set(plain, byName.has(plain) ? null : key);
  }
  return (name) => byName.get(plainName(name)) ?? null;
}

const plainName = (name: string): string => name.trim().toLowerCase();
