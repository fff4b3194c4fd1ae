import { v7 } from 'uuid';

/** Makes ids: a readable prefix and a time-ordered UUID, so that a new row lands at the end of its index. */
export abstract class Ids {
  abstract next(prefix: string): string;
}

/** Ids from UUID version 7 (time-ordered, 74 random bits). */
export class TimeOrderedIds extends Ids {
  next(prefix: string): string {
    return `${prefix}_${v7().replaceAll('-', '')}`;
  }
}

/** The prefix of an id, which names the kind of thing it belongs to; null when it has none. */
export const prefixOf = (id: string): string | null => /^([a-z]+)_[0-9a-f]{32}$/.exec(id)?.[1] ?? null;
