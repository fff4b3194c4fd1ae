/** One field of a change as text; null where it is not there. */
export interface Difference {
  field: string;
  before: string | null;
  after: string | null;
  changed: boolean;
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Every field of before and after by its path, the changed ones first. */
export const differences = (before: unknown, after: unknown): Difference[] => {
  const [old, now] = [flat(before), flat(after)];
  const fields = [...new Set([...old.keys(), ...now.keys()])];
  const all = fields.map((field) => {
    const [was, is] = [old.get(field) ?? null, now.get(field) ?? null];
    return { field, before: was, after: is, changed: was !== is };
  });
  return [...all.filter((one) => one.changed), ...all.filter((one) => !one.changed)];
};

const flat = (value: unknown, path = ''): Map<string, string> => {
  const fields = new Map<string, string>();
  if (!isRecord(value)) return fields;
  for (const [name, inner] of Object.entries(value)) {
    const place = path ? `${path}.${name}` : name;
    if (isRecord(inner) && Object.keys(inner).length > 0)
      for (const [key, text] of flat(inner, place)) fields.set(key, text);
    else if (inner !== null) fields.set(place, typeof inner === 'string' ? inner : JSON.stringify(inner));
  }
  return fields;
};

/** What people call the thing that a row is about; empty when the row does not say. */
export const nameOf = (row: { before: unknown; after: unknown } | undefined): string => {
  for (const side of [row?.after, row?.before]) {
    if (!isRecord(side)) continue;
    const name = side.name ?? side.title ?? side.key ?? side.kind ?? side.note;
    if (typeof name === 'string' && name) return name;
  }
  return '';
};
