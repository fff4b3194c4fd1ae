import type { WorkEntry } from './work-entry.entity.js';

/** What the history shows of an entry: what it says, without how we keep it. */
export function auditOf(entry: WorkEntry): object {
  const { occurredAt: _, recordedAt: __, ...said } = entry;
  return said;
}
