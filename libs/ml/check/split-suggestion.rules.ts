import { nearPairs } from '../image/near-duplicates.rules.js';
import type { ComparedPicture } from './similarity.rules.js';

const VALIDATION_SHARE = 0.2;

/**
 * Which pictures to hold back for validation when no validation manifest is given: about a fifth of each class, by the
 * order of their pixel digests (so that the choice is the same everywhere), pictures that look alike on one side.
 * `kept` are pixel digests chosen before: they stay, so that the validation set does not move when pictures arrive.
 */
export function suggestValidation(
  pictures: readonly ComparedPicture[],
  distance: number,
  kept: ReadonlySet<string> = new Set(),
): Set<string> {
  const group = groups(pictures, distance);
  const byClass = new Map<number, Map<number, ComparedPicture[]>>();
  for (const [place, picture] of pictures.entries()) {
    const classGroups = byClass.get(picture.label) ?? new Map<number, ComparedPicture[]>();
    byClass.set(picture.label, classGroups);
    const root = group(place);
    const members = classGroups.get(root);
    if (members) members.push(picture);
    else classGroups.set(root, [picture]);
  }
  const chosen = new Set<string>();
  for (const classGroups of byClass.values()) {
    const all = [...classGroups.values()].sort((a, b) => a.length - b.length || compare(least(a), least(b)));
    const total = all.reduce((sum, members) => sum + members.length, 0);
    const wanted = total < 2 ? 0 : Math.max(1, Math.round(total * VALIDATION_SHARE));
    const before = all.filter((members) => members.some(({ pixelSha }) => kept.has(pixelSha)));
    let held = 0;
    for (const members of before) held += hold(members, chosen);
    if (before.length > 0) continue;
    for (const members of all) if (held + members.length <= wanted) held += hold(members, chosen);
    // Every group is larger than a fifth: one of them validates all the same, if any is left to train on.
    if (held === 0 && wanted > 0 && all.length > 1) hold(all[0]!, chosen);
  }
  return chosen;
}

function hold(members: ComparedPicture[], chosen: Set<string>): number {
  for (const { pixelSha } of members) chosen.add(pixelSha);
  return members.length;
}

// Union-find over near pairs, whatever the class: a person photographed twice stays on one side.
function groups(pictures: readonly ComparedPicture[], distance: number): (place: number) => number {
  const parent = pictures.map((_, place) => place);
  const root = (place: number): number => {
    let at = place;
    while (parent[at] !== at) {
      parent[at] = parent[parent[at]!]!;
      at = parent[at]!;
    }
    return at;
  };
  nearPairs(pictures, distance, ({ first, second }) => {
    parent[root(second)] = root(first);
    return true;
  });
  return root;
}

const least = (members: ComparedPicture[]): string =>
  members.reduce((low, { pixelSha }) => (pixelSha < low ? pixelSha : low), members[0]!.pixelSha);
const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
