import { acceptanceKind, pairSubject } from '../check/acceptance.rules.js';
import type { Finding, FoundPair } from '../check/finding.js';

/**
 * The pictures or pairs that accepting these findings of one code speaks of. `ofRows` are the pixels of every row with
 * that fault; `only` narrows down to some pictures, of pairs to those with one of them. Without repetition.
 */
export function subjectsOf(
  findings: readonly Finding[],
  ofRows: readonly string[],
  only: readonly string[] | null,
): string[] {
  const wanted = only === null ? null : new Set(only);
  const isWanted = (...shas: string[]): boolean =>
    wanted === null || wanted.size === 0 || shas.some((sha) => wanted.has(sha));
  const subjects = findings.flatMap((found) => {
    if (acceptanceKind(found) === 'PAIRS') return found.pairs.flatMap((pair) => pairOf(pair, isWanted) ?? []);
    const shas = ofRows.length > 0 ? ofRows : listed(found);
    return shas.filter((sha) => isWanted(sha));
  });
  return [...new Set(subjects)];
}

const listed = ({ pairs, pictures }: Finding): string[] =>
  (pairs.length > 0 ? pairs.map(({ b }) => b) : pictures).flatMap(({ pixelSha }) =>
    pixelSha === null ? [] : [pixelSha],
  );

function pairOf({ a, b }: FoundPair, isWanted: (...shas: string[]) => boolean): string[] | null {
  if (a.pixelSha === null || b.pixelSha === null || !isWanted(a.pixelSha, b.pixelSha)) return null;
  return [pairSubject(a.pixelSha, b.pixelSha)];
}
