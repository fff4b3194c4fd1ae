import { Rational } from './rational.rules.js';

/** One run of an automation, as recorded; a reversed one counts for nothing but keeps its two rows. */
export interface LedgerRun {
  runId: string;
  /** Milliseconds since the epoch. */
  at: number;
  /** First day of the calendar week that the run lies in. */
  week: string;
  succeeded: boolean;
  attendedMinutes: Rational;
  reversed: boolean;
  /** Whether the run lies in the range asked for; the others only fill their week's demand. */
  inRange: boolean;
}

/** What the ledger is kept against. */
export interface LedgerTerms {
  baselineMinutes: Rational;
  /** Expected occurrences of each calendar week (by its first day); null: unknown, then what really came in is the demand. */
  demandByWeek: ReadonlyMap<string, Rational> | null;
  /** Expected occurrences in the whole range; null as above. */
  demandInRange: Rational | null;
  manualCount: number;
  manualMinutes: Rational;
}

/** The books of one automation over a range, minutes exact. */
export interface Savings {
  rows: number;
  creditedRuns: number;
  /** Successful runs, credited or not, and manual occurrences: what the count degree is made of. */
  succeededRuns: number;
  manualCount: number;
  claimedMinutes: Rational;
  realisedMinutes: Rational;
  /** realised / claimed; null unless something was claimed. */
  ratio: Rational | null;
  /** ok automated / (ok automated + manual); null without executions. */
  countDegree: Rational | null;
  /** displaced minutes / (displaced + manual minutes); null without executions. */
  effortDegree: Rational | null;
  demandCapped: boolean;
}

const ZERO = Rational.of(0);

/**
 * Credits the baseline for each successful run within the week's demand (in order of time), debits the attended minutes
 * of every run, and holds the claim against what was really saved: demand x baseline less the minutes still worked.
 * Credits follow from the facts alone, so late and out-of-order runs give the same books.
 */
export function keepLedger(runs: readonly LedgerRun[], terms: LedgerTerms): Savings {
  const { credited, capped } = creditedRuns(runs, terms.demandByWeek);
  const inRange = runs.filter((run) => run.inRange);
  const live = inRange.filter((run) => !run.reversed);
  const succeeded = live.filter((run) => run.succeeded).length;
  const creditedHere = live.filter((run) => credited.has(run.runId)).length;
  const attended = live.reduce((sum, run) => sum.plus(run.attendedMinutes), ZERO);
  const displaced = Rational.of(creditedHere).times(terms.baselineMinutes);
  const claimed = displaced.minus(attended);
  const demand = terms.demandInRange ?? Rational.of(succeeded + terms.manualCount);
  const realised = demand.times(terms.baselineMinutes).minus(terms.manualMinutes.plus(attended));
  return {
    rows: inRange.length + inRange.filter((run) => run.reversed).length,
    creditedRuns: creditedHere,
    succeededRuns: succeeded,
    manualCount: terms.manualCount,
    claimedMinutes: claimed,
    realisedMinutes: realised,
    ratio: claimed.isPositive ? realised.over(claimed) : null,
    countDegree: share(Rational.of(succeeded), Rational.of(terms.manualCount)),
    effortDegree: share(displaced, terms.manualMinutes),
    demandCapped: inRange.some((run) => capped.has(run.runId)),
  };
}

function creditedRuns(runs: readonly LedgerRun[], demandByWeek: ReadonlyMap<string, Rational> | null) {
  const sorted = [...runs].sort((a, b) => a.at - b.at || (a.runId < b.runId ? -1 : 1));
  const perWeek = new Map<string, bigint>();
  const credited = new Set<string>();
  const capped = new Set<string>();
  for (const run of sorted) {
    if (!run.succeeded || run.reversed) continue;
    const before = perWeek.get(run.week) ?? 0n;
    const limit = demandByWeek?.get(run.week)?.ceiling();
    if (limit !== undefined && before >= limit) capped.add(run.runId);
    else {
      credited.add(run.runId);
      perWeek.set(run.week, before + 1n);
    }
  }
  return { credited, capped };
}

function share(automated: Rational, manual: Rational): Rational | null {
  const all = automated.plus(manual);
  return all.isZero ? null : automated.over(all);
}
