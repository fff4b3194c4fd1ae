/** What has a key, and a name that others may have too. */
export interface Named {
  id: string;
  key: string;
  name: string;
  archivedAt: Date | null;
  /** Id of what it became part of; null: of nothing. */
  mergedInto: string | null;
}

/**
 * Finds the key of the only one in use with a name, in any case; null when there is none, or several. What nobody in use is
 * called may be the name or the key of something that was merged, and stands for what that became part of.
 */
export function keysByName(rows: readonly Named[]): (name: string) => string | null {
  const inUse = rows.filter(({ archivedAt }) => archivedAt === null);
  const keys = new Map(inUse.map(({ id, key }) => [id, key]));
  const own = onlyOnes(inUse.map(({ name, key }) => [name, key]));
  const former = onlyOnes(
    rows.flatMap(({ name, key, mergedInto }) => {
      const survivor = mergedInto && keys.get(mergedInto);
      return survivor ? [[name, survivor] as const, [key, survivor] as const] : [];
    }),
  );
  return (name) => {
    const plain = plainName(name);
    return (own.has(plain) ? own : former).get(plain) ?? null;
  };
}

// What each name means; null where it means different things.
function onlyOnes(pairs: readonly (readonly [name: string, key: string])[]): Map<string, string | null> {
  const meanings = Map.groupBy(pairs, ([name]) => plainName(name));
  return new Map(
    [...meanings].map(([name, meant]) => {
      const keys = new Set(meant.map(([, key]) => key));
      return [name, keys.size === 1 ? ([...keys][0] as string) : null];
    }),
  );
}

const plainName = (name: string): string => name.trim().toLowerCase();
