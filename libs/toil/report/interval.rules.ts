import { dateOf } from '../time/zone.rules.js';
import { isClocked, type WorkItem } from './interval.js';

/**
 * What of the items had happened by an instant: clocked ones are cut there, dated ones count up to its date. An incident
 * that went on beyond it was running then.
 */
export function cutItems(items: WorkItem[], atMs: number, zone: string): WorkItem[] {
  const endMs = Math.floor(atMs / 1000) * 1000;
  const today = dateOf(atMs, zone);
  return items.flatMap((item): WorkItem[] => {
    if (!isClocked(item)) return item.date <= today ? [item] : [];
    if (item.startMs >= endMs) return [];
    if (item.endMs <= endMs) return [item];
    return [{ ...item, endMs, running: item.running || item.source === 'INCIDENT' }];
  });
}
