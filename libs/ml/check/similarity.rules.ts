import { grouped } from '#platform';
import { type Hashed, nearPairs } from '../image/near-duplicates.rules.js';
import { type Acceptances, isAccepted, pairSubject } from './acceptance.rules.js';
import { type Finding, type FoundPair, type FoundPicture, finding, LISTED, type Split } from './finding.js';
import type { Thresholds } from './thresholds.rules.js';

/** One usable picture as the comparison sees it; pictures come in the order training, validation, by row. */
export interface ComparedPicture extends Hashed {
  split: Split;
  label: number;
  pixelSha: string;
  /** How it is named in a finding. */
  shown: FoundPicture;
  /** Whether it can be used; also what cannot is compared. */
  usable: boolean;
}

const MOST_PAIRS = 100_000;
const plural = (count: number, noun: string): string => `${grouped(count)} ${noun}${count === 1 ? '' : 's'}`;

/** A collection of pairs: counted in full, the first 200 kept. */
class Pairs {
  count = 0;
  listed: FoundPair[] = [];
  readonly validation = new Set<number>();

  add(a: ComparedPicture, b: ComparedPicture, distance: number, place: number): void {
    this.count++;
    if (this.listed.length < LISTED) this.listed.push({ a: a.shown, b: b.shown, distance });
    if (b.split === 'VALIDATION') this.validation.add(place);
  }

  /** Lines of the validation manifest where splits are crossed, else of the second picture of each pair. */
  rows(): number[] {
    return [...new Set(this.listed.map((pair) => pair.b.row))]
      .filter((row): row is number => row !== null)
      .sort((a, b) => a - b);
  }

  pictures(): FoundPicture[] {
    return [...new Set(this.listed.flatMap((pair) => [pair.a, pair.b]))];
  }
}

/** Equal pixels: within a split, across the splits, and with two labels. */
export function exactFindings(pictures: readonly ComparedPicture[], accepted: Acceptances): Finding[] {
  const groups = new Map<string, number[]>();
  for (const [place, { pixelSha }] of pictures.entries()) push(groups, pixelSha, place);
  const same: Record<Split, Pairs> = { TRAINING: new Pairs(), VALIDATION: new Pairs() };
  const settled: Record<Split, Pairs> = { TRAINING: new Pairs(), VALIDATION: new Pairs() };
  const leaks = new Pairs();
  const labels: Record<Split | 'BOTH', Pairs> = {
    TRAINING: new Pairs(),
    VALIDATION: new Pairs(),
    BOTH: new Pairs(),
  };
  for (const places of groups.values()) {
    if (places.length < 2) continue;
    // Against the first of its kind: n equal pictures are n - 1 pairs, not n squared.
    for (const split of ['TRAINING', 'VALIDATION'] as const) {
      const [head, ...rest] = places.filter((place) => pictures[place]!.split === split);
      for (const place of rest) {
        const into = isAccepted(accepted, 'DUPLICATE_EXACT', pictures[place]!.pixelSha) ? settled : same;
        into[split].add(pictures[head!]!, pictures[place]!, 0, place);
      }
    }
    const head = pictures[places[0]!]!;
    for (const place of places.slice(1)) {
      const one = pictures[place]!;
      if (one.split !== head.split) leaks.add(head, one, 0, place);
      if (one.label !== head.label)
        labels[one.split === head.split ? one.split : 'BOTH'].add(head, one, 0, place);
    }
  }
  const repeat = (split: Split, { count }: Pairs): string =>
    `${plural(count, 'picture')} of the ${split.toLowerCase()} split repeat another one pixel for pixel.`;
  const twins = (['TRAINING', 'VALIDATION'] as const).flatMap((split) => [
    ...pairFinding(
      same[split],
      split,
      'DUPLICATE_EXACT',
      'WARN',
      repeat(split, same[split]),
      'drop the copies',
    ),
    ...acceptedPairs(settled[split], split, 'DUPLICATE_EXACT', repeat(split, settled[split])),
  ]);
  return [
    ...twins,
    ...pairFinding(
      leaks,
      'BOTH',
      'LEAK_EXACT',
      'FAIL',
      `${plural(leaks.validation.size, 'validation picture')} are in training too, pixel for pixel: the validation would measure memory.`,
      'drop them from one split',
    ),
    // Apart by split, because rows are lines of one manifest.
    ...(['TRAINING', 'VALIDATION', 'BOTH'] as const).flatMap((split) =>
      pairFinding(
        labels[split],
        split,
        'SAME_PIXELS_TWO_LABELS',
        'FAIL',
        `${plural(labels[split].count, 'picture')} ${labels[split].count === 1 ? 'has' : 'have'} the pixels of another one and a different label.`,
        'decide on one label and drop the other row',
      ),
    ),
  ];
}

/** Pictures that look alike (mirror images too) without being equal: within a split, and across them. */
export function nearFindings(
  pictures: readonly ComparedPicture[],
  validationCount: number,
  t: Thresholds,
  accepted: Acceptances,
): Finding[] {
  const unique = firstOfEach(pictures);
  const same: Record<Split, Pairs> = { TRAINING: new Pairs(), VALIDATION: new Pairs() };
  const settled: Record<Split | 'BOTH', Pairs> = {
    TRAINING: new Pairs(),
    VALIDATION: new Pairs(),
    BOTH: new Pairs(),
  };
  const leaks = new Pairs();
  let mirrored = 0;
  let seen = 0;
  nearPairs(
    unique,
    Math.max(t.DUPLICATE_NEAR.distance, t.LEAK_NEAR.distance),
    ({ first, second, distance, mirrored: flipped }) => {
      const [a, b] = [unique[first]!, unique[second]!];
      if (a.pixelSha === b.pixelSha) return true;
      const crosses = a.split !== b.split;
      if (distance > (crosses ? t.LEAK_NEAR.distance : t.DUPLICATE_NEAR.distance)) return true;
      const code = crosses ? 'LEAK_NEAR' : 'DUPLICATE_NEAR';
      if (isAccepted(accepted, code, pairSubject(a.pixelSha, b.pixelSha))) {
        settled[crosses ? 'BOTH' : a.split].add(a, b, distance, second);
        return true;
      }
      (crosses ? leaks : same[a.split]).add(a, b, distance, second);
      if (crosses && flipped) mirrored++;
      return ++seen < MOST_PAIRS;
    },
  );
  for (const pairs of [...Object.values(same), ...Object.values(settled), leaks]) pairs.listed.sort(byRows);
  const leaked = withCopies(pictures, unique, leaks.validation);
  const share = leaked / Math.max(1, validationCount);
  const flips = mirrored > 0 ? `, ${grouped(mirrored)} of them mirrored` : '';
  const more = seen >= MOST_PAIRS ? 'at least ' : '';
  return [
    ...(['TRAINING', 'VALIDATION'] as const).flatMap((split) =>
      pairFinding(
        same[split],
        split,
        'DUPLICATE_NEAR',
        'WARN',
        `${more}${plural(same[split].count, 'pair')} of the ${split.toLowerCase()} split look alike (at most ${t.DUPLICATE_NEAR.distance} of 64 bits differ).`,
        'keep one of each pair',
      ),
    ),
    ...pairFinding(
      leaks,
      'BOTH',
      'LEAK_NEAR',
      share > t.LEAK_NEAR.fail ? 'FAIL' : 'WARN',
      `${more}${plural(leaks.count, 'pair')} across the splits look alike (at most ${t.LEAK_NEAR.distance} of 64 bits differ)${flips}: ${leaked} of ${validationCount} validation pictures (${(share * 100).toFixed(1)} %).`,
      'put pictures that look alike into one split',
    ),
    ...(['TRAINING', 'VALIDATION', 'BOTH'] as const).flatMap((split) =>
      acceptedPairs(
        settled[split],
        split,
        split === 'BOTH' ? 'LEAK_NEAR' : 'DUPLICATE_NEAR',
        `${plural(settled[split].count, 'pair')} look alike.`,
      ),
    ),
  ];
}

const acceptedPairs = (
  pairs: Pairs,
  split: Finding['split'],
  code: Finding['code'],
  message: string,
): Finding[] =>
  pairFinding(pairs, split, code, 'INFO', `${message} Accepted.`, null).map((found) => ({
    ...found,
    accepted: true,
  }));

function pairFinding(
  pairs: Pairs,
  split: Finding['split'],
  code: Finding['code'],
  severity: Finding['severity'],
  message: string,
  remedy: string | null,
): Finding[] {
  if (pairs.count === 0) return [];
  return [
    finding({
      code,
      severity,
      split,
      count: pairs.count,
      message,
      remedy,
      rows: pairs.rows(),
      pairs: pairs.listed,
      pictures: pairs.pictures(),
    }),
  ];
}

// Equal pixels have been found already; one of them in each split stands for all, so that 1,000 copies are not 499,500 pairs.
function firstOfEach(pictures: readonly ComparedPicture[]): ComparedPicture[] {
  const seen = new Set<string>();
  return pictures.filter(({ split, pixelSha }) => {
    const key = `${split}${pixelSha}`;
    return seen.has(key) ? false : seen.add(key);
  });
}

// One of each kind was compared; the share of the validation pictures counts its copies too.
function withCopies(
  pictures: readonly ComparedPicture[],
  unique: readonly ComparedPicture[],
  places: ReadonlySet<number>,
): number {
  const leaked = new Set([...places].map((place) => unique[place]!.pixelSha));
  return pictures.filter(({ split, pixelSha }) => split === 'VALIDATION' && leaked.has(pixelSha)).length;
}

const byRows = (x: FoundPair, y: FoundPair): number =>
  (x.a.row ?? 0) - (y.a.row ?? 0) || (x.b.row ?? 0) - (y.b.row ?? 0);

function push(groups: Map<string, number[]>, key: string, place: number): void {
  const group = groups.get(key);
  if (group) group.push(place);
  else groups.set(key, [place]);
}
