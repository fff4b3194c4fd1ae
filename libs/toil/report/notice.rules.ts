import { ratioPercent } from '#platform';
import { secondsOfUnits } from './metric.rules.js';
import { capacitySeconds, type ReportBasis, totalOf, wholeRange } from './report.rules.js';
import { sumSlots } from './tally.rules.js';

/**
 * What only the facts of the selected services tell beside the sums: seconds of incident time by the tier it really has, numbers of open incidents
 * that stopped counting, and work without a clock.
 */
export interface DataRemarks {
  tierSeconds: Map<string, number>;
  forgotten: number[];
  unclocked: boolean;
}

const MOST_NAMED = 10;

const TIER_WORDS: Record<string, string> = {
  ENGAGED: 'engaged time',
  WALL: 'open time',
  HANDS_ON: 'hands-on time',
};

/** What a reader of the report should know about its data; never who. nameOf gives a service's key. */
export function noticesOf(
  basis: ReportBasis,
  remarks: DataRemarks,
  nameOf: (serviceId: string) => string,
): string[] {
  return [
    ...withoutCapacity(basis, nameOf),
    ...withoutService(basis),
    ...capped(basis),
    ...running(basis),
    ...forgotten(remarks),
    ...fallenTiers(basis, remarks),
    ...(remarks.unclocked
      ? [
          'NO_CLOCK: work without clock times counts as business hours on weekdays and as off hours at the weekend.',
        ]
      : []),
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
  if (!totalOf(basis, wholeRange(basis)).provisional) return [];
  return ['PROVISIONAL: work is still running; it is counted up to the as-of instant.'];
}

function forgotten({ forgotten: numbers }: DataRemarks): string[] {
  if (numbers.length === 0) return [];
  const named = numbers.slice(0, MOST_NAMED).join(', ') + (numbers.length > MOST_NAMED ? ' and more' : '');
  return [
    `STALE_INCIDENTS: open, but nobody said anything for long (${named}); their time stops counting after the last sign until somebody corrects their end.`,
  ];
}

function fallenTiers(basis: ReportBasis, { tierSeconds }: DataRemarks): string[] {
  const all = [...tierSeconds.values()].reduce((sum, seconds) => sum + seconds, 0);
  if (all === 0 || (tierSeconds.size === 1 && tierSeconds.has(basis.question.mode))) return [];
  const mix = [...tierSeconds]
    .sort()
    .map(([tier, seconds]) => `${ratioPercent(BigInt(seconds), BigInt(all))} % ${TIER_WORDS[tier]}`);
  return [
    `TIER_MIX: incident time was asked for as ${TIER_WORDS[basis.question.mode]}; it is known as ${mix.join(', ')}.`,
  ];
}

const hours = (units: bigint): string =>
  secondsOfUnits(units)
    .over(secondsOfUnits(3600n * 720_720n))
    .toDecimal(2);
