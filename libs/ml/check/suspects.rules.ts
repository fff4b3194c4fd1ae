import { type Acceptances, isAccepted } from './acceptance.rules.js';
import { type Finding, type FoundPicture, finding } from './finding.js';
import type { Thresholds } from './thresholds.rules.js';

/** A training picture whose neighbours all carry another label. */
export interface Suspect {
  picture: FoundPicture;
  given: string;
  /** The class that wins among its neighbours. */
  likely: string;
}

/** Judges how many labels are outvoted by their neighbours; labels that a person has accepted are told apart and no fault. */
export function suspectFindings(
  suspects: readonly Suspect[],
  total: number,
  thresholds: Thresholds,
  accepted: Acceptances,
): Finding[] {
  const isSettled = ({ picture }: Suspect): boolean =>
    isAccepted(accepted, 'LABEL_SUSPECT', picture.pixelSha);
  const open = suspects.filter((one) => !isSettled(one));
  return [
    ...suspectFinding(open, total, thresholds),
    ...suspectFinding(suspects.filter(isSettled), total, thresholds).map((found) => ({
      ...found,
      severity: 'INFO' as const,
      accepted: true,
      message: `${found.message} Accepted.`,
      remedy: null,
    })),
  ];
}

function suspectFinding(
  suspects: readonly Suspect[],
  total: number,
  { LABEL_SUSPECT: t }: Thresholds,
): Finding[] {
  const first = suspects[0];
  if (!first || total === 0) return [];
  const share = suspects.length / total;
  // At or below the first threshold outliers are normal; they are listed all the same, because a person may look.
  const severity = share > t.fail ? 'FAIL' : share > t.warn ? 'WARN' : 'INFO';
  return [
    finding({
      code: 'LABEL_SUSPECT',
      severity,
      split: 'TRAINING',
      count: suspects.length,
      message: `${suspects.length} of ${total} training labels (${(share * 100).toFixed(1)} %) are outvoted by their ${t.neighbours} nearest neighbours, e.g. ${first.picture.path}: ${first.given}, looks like ${first.likely}.`,
      remedy: 'look at these pictures and correct their labels',
      rows: suspects.flatMap(({ picture }) => (picture.row === null ? [] : [picture.row])),
      pictures: suspects.map(({ picture }) => picture),
    }),
  ];
}
