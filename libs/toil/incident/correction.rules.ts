import type { LifeEvent } from './event.rules.js';

/**
 * Which ends no longer hold because somebody corrected them: every RESOLVED told for the segment that a correction falls
 * into (from the last opening or reopening at or before it to the next reopening after it). Of several corrections of
 * one segment the one that was told last holds. The order of arrival does not matter.
 */
export function overruledEnds(sorted: readonly LifeEvent[]): Set<string> {
  const ends = sorted.filter((event) => event.type === 'RESOLVED');
  const starts = sorted.filter((event) => event.type === 'OPENED' || event.type === 'REOPENED');
  const segmentOf = (at: number): number => starts.findLastIndex((start) => start.at <= at);
  const overruled = new Set<string>();
  for (const correction of ends) {
    if (correction.correctedAt === null) continue;
    const segment = segmentOf(correction.at);
    for (const end of ends) {
      if (end.id !== correction.id && segmentOf(end.at) === segment && yields(end, correction))
        overruled.add(end.id);
    }
  }
  return overruled;
}

// A plain end yields to any correction, a correction to a later one.
function yields(end: LifeEvent, to: LifeEvent): boolean {
  if (end.correctedAt === null) return true;
  const later = (to.correctedAt ?? 0) - end.correctedAt;
  return later > 0 || (later === 0 && to.id > end.id);
}
