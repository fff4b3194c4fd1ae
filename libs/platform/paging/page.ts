/** What a keyset page asks for: up to `first` rows after the cursor. */
export interface PageRequest {
  first: number;
  after?: string | null;
}

/** One page of a keyset-paged list; endCursor is null when the page is empty. */
export interface Page<T> {
  nodes: T[];
  hasNextPage: boolean;
  endCursor: string | null;
}

/** The position of a row in its order: the sort key and the id that breaks ties. */
export type Position = [key: string, id: string];

/** Writes a position as an opaque cursor. */
export const cursorOf = (position: Position): string =>
  Buffer.from(JSON.stringify(position)).toString('base64url');

/** Reads a cursor; null when there is none. Throws InvalidCursor on anything that this server did not write. */
export function positionOf(cursor: string | null | undefined): Position | null {
  if (cursor === null || cursor === undefined) return null;
  try {
    const value: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString());
    if (Array.isArray(value) && value.length === 2 && value.every((part) => typeof part === 'string')) {
      return value as Position;
    }
  } catch {
    // falls through: the same answer for every unreadable cursor
  }
  throw new InvalidCursor();
}

/** The caller sent a cursor that no page of ours ended with. */
export class InvalidCursor extends Error {
  constructor() {
    super('after: not a cursor of this connection');
  }
}

/** Cuts `first + 1` fetched rows to a page; the extra row only says whether more follow. */
export function pageOf<T>(rows: T[], first: number, position: (row: T) => Position): Page<T> {
  const nodes = rows.slice(0, first);
  const last = nodes.at(-1);
  return {
    nodes,
    hasNextPage: rows.length > first,
    endCursor: last === undefined ? null : cursorOf(position(last)),
  };
}
