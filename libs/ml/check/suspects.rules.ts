import { type Finding, type FoundPicture, finding } from './finding.js';
import type { Thresholds } from './thresholds.rules.js';

/** A training picture whose neighbours all carry another label. */
export interface Suspect {
  picture: FoundPicture;
  given: string;
  /** The class that wins among its neighbours. */
  likely: string;
}

/** Judges how many labels are outvoted by their neighbours; null when too few to say anything about the data set. */
export function suspectFinding(
  suspects: readonly Suspect[],
  total: number,
  { LABEL_SUSPECT: t }: Thresholds,
): Finding | null {
  const first = suspects[0];
  if (!first || total === 0) return null;
  const share = suspects.length / total;
  // At or below the first threshold outliers are normal; they are listed all the same, because a person may look.
  const severity = share > t.fail ? 'FAIL' : share > t.warn ? 'WARN' : 'INFO';
  return finding({
    code: 'LABEL_SUSPECT',
    severity,
    split: 'TRAINING',
    count: suspects.length,
    message: `${suspects.length} of ${total} training labels (${(share * 100).toFixed(1)} %) are outvoted by their ${t.neighbours} nearest neighbours, e.g. ${first.picture.path}: ${first.given}, looks like ${first.likely}.`,
    remedy: 'look at these pictures and correct their labels',
    rows: suspects.flatMap(({ picture }) => (picture.row === null ? [] : [picture.row])),
    pictures: suspects.map(({ picture }) => picture),
  });
}
