import { ratioPercent } from '#platform';
import { isClocked, type WorkItem } from './interval.js';
import { secondsOfUnits } from './metric.rules.js';
import { capacitySeconds, type ReportBasis, wholeRange } from './report.rules.js';
import { sumSlots } from './tally.rules.js';

/** What a reader of the report should know about its data; never who. nameOf gives a service's key. */
export function noticesOf(
  basis: ReportBasis,
  items: WorkItem[],
  nameOf: (serviceId: string) => string,
): string[] {
  return [
    ...withoutCapacity(basis, nameOf),
    ...withoutService(basis),
    ...capped(basis),
    ...running(basis),
    ...fallenTiers(basis, items),
    ...withoutClock(basis, items),
  ];
}

function withoutCapacity(basis: ReportBasis, nameOf: (serviceId: string) => string): string[] {
  return basis.serviceIds.flatMap((id) => {
    const { toil } = sumSlots(basis.tally.services.get(id) ?? []);
    if (toil <= 0n || capacitySeconds(basis, [id], wholeRange(basis)).isPositive) return [];
    return [
      `ZERO_CAPACITY: service ${nameOf(id)} has ${hours(toil)} h of toil and no capacity in this range.`,
    ];
  });
}

function withoutService(basis: ReportBasis): string[] {
  const { toil } = sumSlots(basis.tally.services.get('') ?? []);
  if (!basis.whole || toil <= 0n) return [];
  return [
    `NO_SERVICE: ${hours(toil)} h of toil belong to no service; they count in the total and in no row.`,
  ];
}

function capped(basis: ReportBasis): string[] {
  const dates = [...new Set(basis.tally.cappedDates)].sort();
  if (dates.length === 0) return [];
  return [
    `CAPPED: entries without clock times exceeded 24 h of a person's day and were cut, on ${dates.join(', ')}.`,
  ];
}

function running(basis: ReportBasis): string[] {
  if (basis.tally.runningPeople.size === 0) return [];
  return ['PROVISIONAL: work is still running; it is counted up to the as-of instant.'];
}

function fallenTiers(basis: ReportBasis, items: WorkItem[]): string[] {
  const seconds = new Map<string, number>();
  let all = 0;
  for (const item of items) {
    if (item.tier === null || !isClocked(item)) continue;
    all += item.endMs - item.startMs;
    seconds.set(item.tier, (seconds.get(item.tier) ?? 0) + item.endMs - item.startMs);
  }
  if (all === 0 || (seconds.size === 1 && seconds.has(basis.question.mode))) return [];
  const mix = [...seconds].sort().map(([tier, ms]) => `${tier} ${ratioPercent(BigInt(ms), BigInt(all))} %`);
  return [`TIER_MIX: incident time asked for as ${basis.question.mode} is known as ${mix.join(', ')}.`];
}

function withoutClock(basis: ReportBasis, items: WorkItem[]): string[] {
  if (basis.question.timeBand === null || items.every(isClocked)) return [];
  return ['NO_CLOCK: work without clock times counts as BUSINESS on weekdays and as OFF at the weekend.'];
}

const hours = (units: bigint): string =>
  secondsOfUnits(units)
    .over(secondsOfUnits(3600n * 720_720n))
    .toDecimal(2);
