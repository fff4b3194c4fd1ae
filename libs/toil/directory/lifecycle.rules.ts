import { Refusal } from '#platform';

/** What the rules need to know of a person, service or task type. */
export interface Living {
  id: string;
  key: string;
  version: number;
  archivedAt: Date | null;
  mergedInto: string | null;
}

/** Refuses what takes no new entries; `kept` is the id that an entry had before, which it may keep. */
export function refuseArchived<T extends Living>(
  thing: T,
  kind: string,
  path: string[],
  kept?: string | null,
): T {
  if (thing.archivedAt === null || thing.id === kept) return thing;
  const message = `The ${kind} "${thing.key}" is archived: its hours stay, and it takes no new ones. Restore it first, or name another.`;
  throw new Refusal('ARCHIVED', message, path, { archivedAt: thing.archivedAt.toISOString() });
}

/** Refuses a change that was decided on an older version; no expected version means whatever is current. */
export function refuseStale(
  { key, version }: Living,
  expected: number | null | undefined,
  kind: string,
): void {
  if (expected === null || expected === undefined || expected === version) return;
  const message = `The ${kind} "${key}" has changed since: version ${version} is current. Read it again, then decide.`;
  throw new Refusal('CONFLICT', message, ['input', 'expectedVersion'], { currentVersion: version });
}

/** When it was archived, once the change is made; what was merged stays archived for good. */
export function archivedAfter(
  thing: Living,
  archived: boolean | null | undefined,
  now: Date,
  kind: string,
): Date | null {
  if (archived === null || archived === undefined || archived === (thing.archivedAt !== null))
    return thing.archivedAt;
  if (archived) return now;
  if (thing.mergedInto === null) return null;
  const message = `The ${kind} "${thing.key}" was merged into another: it cannot come back on its own.`;
  throw new Refusal('INVALID_TRANSITION', message, ['input', 'archived']);
}

/** Refuses to change what is only the former name of something else; `field` is the one that named it. */
export function refuseMerged({ key, mergedInto }: Living, kind: string, field: string): void {
  if (mergedInto === null) return;
  const message = `The ${kind} "${key}" was merged into another: change that one.`;
  throw new Refusal('INVALID_TRANSITION', message, ['input', field]);
}

/** The refusal to archive what is in the middle of something. */
export const stillBusy = (message: string): Refusal =>
  new Refusal('INVALID_TRANSITION', message, ['input', 'archived']);
