import { decimal, ratioDecimal } from '#platform';
import type { Stretch } from './event.rules.js';
import { unionOf } from './merge.rules.js';

/** What the statistics need of one incident; milliseconds since the epoch. */
export interface StatIncident {
  openedAt: number;
  acknowledgedAt: number | null;
  /** The final resolve; null while open. */
  resolvedAt: number | null;
  active: Stretch[];
  /** The instant up to which a running segment counts. */
  countsUntil: number;
}

/** Minutes with at most four decimals; n = 0 leaves all three null. excluded: in the period, but without the end. */
export interface DurationStats {
  meanMinutes: string | null;
  medianMinutes: string | null;
  p90Minutes: string | null;
  n: number;
  excluded: number;
}

/** How fast incidents were taken and closed in a period, and how long any of them was active. */
export interface IncidentStats {
  mtta: DurationStats;
  mttrActive: DurationStats;
  mttrElapsed: DurationStats;
  wallUnionSeconds: number;
}

const MINUTE = 60_000n;

/**
 * Statistics over [from, to) in milliseconds; running segments count as long as their incident says.
 * MTTA: incidents opened in the period and acknowledged (ever). MTTR: incidents finally resolved in the period; those
 * still open that were opened before its end are excluded and counted.
 */
export function incidentStats(incidents: readonly StatIncident[], from: number, to: number): IncidentStats {
  const within = (at: number) => at >= from && at < to;
  const opened = incidents.filter((incident) => within(incident.openedAt));
  const acked = opened.flatMap(({ openedAt, acknowledgedAt }) =>
    acknowledgedAt === null ? [] : acknowledgedAt - openedAt,
  );
  const resolved = incidents.filter(
    (incident) => incident.resolvedAt !== null && within(incident.resolvedAt),
  );
  const open = incidents.filter((incident) => incident.resolvedAt === null && incident.openedAt < to).length;
  const active = resolved.map((incident) =>
    incident.active.reduce((sum, { start, end }) => sum + ((end ?? start) - start), 0),
  );
  const elapsed = resolved.map((incident) => (incident.resolvedAt ?? incident.openedAt) - incident.openedAt);
  return {
    mtta: durationStats(acked, opened.length - acked.length),
    mttrActive: durationStats(active, open),
    mttrElapsed: durationStats(elapsed, open),
    wallUnionSeconds: wallUnionSeconds(incidents, from, to),
  };
}

/** Mean, median (mean of the middle two) and 90th percentile (nearest rank) of durations in milliseconds. */
export function durationStats(durations: readonly number[], excluded: number): DurationStats {
  const sorted = durations
    .map((value) => BigInt(Math.round(value)))
    .sort((a, b) => (a < b ? -1 : a > b ? 1 : 0));
  const n = sorted.length;
  if (n === 0) return { meanMinutes: null, medianMinutes: null, p90Minutes: null, n, excluded };
  const at = (index: number): bigint => sorted[index] ?? 0n;
  const sum = sorted.reduce((total, value) => total + value, 0n);
  const middle = at(Math.floor((n - 1) / 2)) + at(Math.floor(n / 2));
  return {
    meanMinutes: ratioDecimal(sum, BigInt(n) * MINUTE),
    medianMinutes: ratioDecimal(middle, 2n * MINUTE),
    p90Minutes: ratioDecimal(at(Math.ceil((9 * n) / 10) - 1), MINUTE),
    n,
    excluded,
  };
}

function wallUnionSeconds(incidents: readonly StatIncident[], from: number, to: number): number {
  const cut = incidents
    .flatMap(({ active, countsUntil }) =>
      active.map(({ start, end }) => ({ start, end: end ?? countsUntil })),
    )
    .map(({ start, end }) => ({ start: Math.max(start, from), end: Math.min(end, to) }))
    .filter(({ start, end }) => end > start);
  const milliseconds = unionOf(cut).reduce((sum, { start, end }) => sum + ((end ?? start) - start), 0);
  return Number(decimal(milliseconds / 1000, 0));
}
