import { ratioDecimal } from '#platform';
import type { Metric } from './metric.rules.js';

const hours = (seconds: number): string => `${ratioDecimal(BigInt(seconds), 3600n, 2)} h`;

const OF: Record<string, string> = {
  CAPACITY: 'of capacity',
  LOGGED: 'of logged time',
  LOGGED_EX_OVERHEAD: 'of logged time without overhead',
};

/** The number in words: what was divided by what, how much of the truth is known, and where it must lie. */
export function explain(metric: Omit<Metric, 'share'> & { doubleCounted?: boolean }): string {
  const basis = metric.definition.split(' ')[1] ?? 'CAPACITY';
  const what = `${hours(metric.numeratorSeconds)} of toil, ${hours(metric.denominatorSeconds ?? 0)} ${OF[basis] ?? ''}`;
  const sentences = [
    metric.percent === null
      ? `${what}: no percentage (${metric.nullReason}).`
      : `${what}: ${metric.percent} %.`,
  ];
  if (metric.coveragePercent !== null) sentences.push(`${metric.coveragePercent} % of capacity is logged.`);
  if (metric.lowPercent !== null && metric.highPercent !== null) {
    sentences.push(`Of capacity, the truth lies between ${metric.lowPercent} and ${metric.highPercent} %.`);
  }
  if (metric.definition.includes('COMBINED') && !metric.definition.includes('LOWER_BOUND')) {
    sentences.push('Where nothing was logged, the surveyed share is assumed.');
  }
  if (metric.doubleCounted) sentences.push('Some of this time counts for other services as well.');
  return sentences.join(' ');
}
