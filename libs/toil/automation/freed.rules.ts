import { Rational } from './rational.rules.js';

/** The toil and size of a service in a period that is compared with. */
export interface Period {
  toilSeconds: Rational;
  weeks: Rational;
  /** Mean size; null: nobody told one, then the size is held to be unchanged. */
  size: Rational | null;
}

/** What automating freed, and how much of it went where it was meant to. Seconds, exact. */
export interface Freed {
  /** What the toil would be at today's size if nothing had changed. */
  counterfactual: Rational;
  actual: Rational;
  /** Negative when toil grew faster than the service. */
  freed: Rational;
  /** Engineering on the chosen destinations, at most what was freed. */
  reinvested: Rational;
}

const ZERO = Rational.of(0);

/** counterfactual = weekly toil then / size then x size now x weeks; freed = counterfactual - actual toil. */
export function freedCapacity(before: Period, now: Period, destinationSeconds: Rational): Freed {
  const growth = before.size?.isPositive && now.size ? now.size.over(before.size) : Rational.of(1);
  const weekly = before.weeks.isPositive ? before.toilSeconds.over(before.weeks) : ZERO;
  const counterfactual = weekly.times(growth).times(now.weeks);
  const freed = counterfactual.minus(now.toilSeconds);
  const room = freed.isPositive ? freed : ZERO;
  const reinvested = destinationSeconds.compare(room) < 0 ? destinationSeconds : room;
  return { counterfactual, actual: now.toilSeconds, freed, reinvested };
}
