/**
 * A text that is equal for equal inputs: keys sorted, absent and null left out (an explicit null equals leaving the
 * field out), dates as ISO instants.
 */
export function canonical(value: unknown): string {
  if (value === null || value === undefined) return 'null';
  if (value instanceof Date) return JSON.stringify(value.toISOString());
  if (typeof value === 'bigint') return value.toString();
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`;
  if (typeof value === 'object') return ofObject(value as Record<string, unknown>);
  return JSON.stringify(value);
}

function ofObject(value: Record<string, unknown>): string {
  let text = '{';
  for (const key of Object.keys(value).sort()) {
    const part = value[key];
    if (part === null || part === undefined) continue;
    text += `${text.length > 1 ? ',' : ''}${JSON.stringify(key)}:${canonical(part)}`;
  }
  return `${text}}`;
}
