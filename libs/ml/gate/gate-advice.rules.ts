import { type GateCounts, type GateJudgement, type GateSettings, WORN_OUT_LOOKS } from './gate-case.rules.js';
import { winsNeeded } from './mcnemar.rules.js';
import { picturesMissing, wilson } from './proportion.rules.js';
import type { Rational } from './rational.rules.js';

type Judged = Omit<GateJudgement, 'advice' | 'reasons'> & {
  alphaExact: Rational;
  worseP: number | null;
  faults: string[];
  margin: number;
};

const points = (share: number): string => `${(100 * share).toFixed(2)} %`;
// A small chance keeps two digits: "0" would say that it cannot be.
const chance = (p: number): string =>
  p > 0 && p < 0.00001 ? p.toExponential(1) : p.toFixed(5).replace(/0+$/, '').replace(/\.$/, '');
const cost = (bound: number): string =>
  bound < 0 ? `gains at least ${points(-bound)}` : `costs at most ${points(bound)}`;
const images = (count: number): string => `${count} validation image${count === 1 ? '' : 's'}`;

/** Says in sentences why the verdict fell so, and what would change it; advice is null when nothing needs doing. */
export function adviceFor(
  judged: Judged,
  counts: GateCounts,
  settings: GateSettings,
): { advice: string | null; reasons: string[] } {
  const advice = [...doNext(judged, counts, settings), ...wornOut(counts)];
  return {
    advice: advice.length === 0 ? null : advice.join(' '),
    reasons: reasonsFor(judged, counts, settings),
  };
}

function reasonsFor(judged: Judged, counts: GateCounts, settings: GateSettings): string[] {
  const reasons = [
    `${counts.candidateRight} of ${counts.n} right (${points(judged.accuracy)}), Wilson 95 % interval ` +
      `${points(judged.wilson.low)} to ${points(judged.wilson.high)}, floor ${settings.floorPercent} %.`,
  ];
  if (!counts.paired) {
    reasons.push('No model is live yet: only the floors count.');
  } else {
    reasons.push(
      `Right where the champion is wrong: ${counts.paired.candidateOnly}; wrong where it is right: ` +
        `${counts.paired.championOnly}; exact one-sided p = ${chance(judged.pValue ?? 1)} for better and ` +
        `${chance(judged.worseP ?? 1)} for worse, alpha ${chance(judged.alpha)} at look ${counts.looks}.`,
      `Replacing the champion ${cost(judged.lossBound ?? 0)} of accuracy (95 % bound), ` +
        `margin ${settings.marginPercent} %; ${counts.newData ? 'the run brings new data' : 'the run brings no new data'}.`,
    );
  }
  return [...reasons, ...judged.faults, ...wornOut(counts)];
}

function doNext(judged: Judged, counts: GateCounts, settings: GateSettings): string[] {
  if (judged.outcome === 'REJECT_FLOOR') return [...judged.faults, ...towardsFloor(judged, counts, settings)];
  if (judged.outcome === 'REJECT_WORSE')
    return ['Keep the champion: the candidate is worse on the same pictures.'];
  if (judged.outcome !== 'HOLD' || !counts.paired) return [];
  const { candidateOnly, championOnly } = counts.paired;
  const advice: string[] = [];
  const missing = picturesMissing(candidateOnly, championOnly, counts.n, judged.margin);
  if (missing === null) {
    advice.push('No number of validation images can prove this margin; widen marginPercent.');
  } else if (missing > 0) {
    advice.push(
      `To show that the candidate is not worse by more than ${settings.marginPercent} %, ` +
        `add at least ${images(missing)} (now ${counts.n}).`,
    );
  }
  if (!counts.newData) advice.push('"Not worse" promotes only a run that brings new data or a new class.');
  const needed = winsNeeded(championOnly, judged.alphaExact);
  if (needed > candidateOnly) {
    advice.push(
      `To count as better it must be right on at least ${needed} pictures that the champion gets wrong ` +
        `(now ${candidateOnly}, against ${championOnly} the other way round).`,
    );
  }
  return advice;
}

// The share stays, the set grows: how large must it be before the lower bound clears the floor?
function towardsFloor(judged: Judged, counts: GateCounts, settings: GateSettings): string[] {
  const floor = Number(settings.floorPercent) / 100;
  if (judged.wilson.low >= floor || judged.accuracy <= floor) return [];
  let high = counts.n;
  while (wilson(judged.accuracy * high, high).low < floor && high < 1e9) high *= 2;
  let low = Math.floor(high / 2);
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2);
    if (wilson(judged.accuracy * middle, middle).low >= floor) high = middle;
    else low = middle;
  }
  return [`At the same accuracy, add at least ${images(high - counts.n)} to prove the floor.`];
}

function wornOut({ looks, paired }: GateCounts): string[] {
  if (!paired || looks < WORN_OUT_LOOKS) return [];
  return [`Validation set worn out: ${looks} comparisons were made on it. Collect a fresh one.`];
}
