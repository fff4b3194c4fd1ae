import { type Acceptances, isAccepted } from './acceptance.rules.js';
import { type Finding, type FoundPicture, finding, type Split } from './finding.js';
import type { Thresholds } from './thresholds.rules.js';

/** A picture whose label is doubted. */
export interface Suspect {
  picture: FoundPicture;
  given: string;
  /** The class that it looks like. */
  likely: string;
}

/** Who doubts the labels of a split, how that is said, and how bad it can be at most. */
interface Judge {
  split: Split;
  worst: 'FAIL' | 'WARN';
  said: (doubt: Doubt, thresholds: Thresholds) => string;
}

interface Doubt {
  count: number;
  total: number;
  percent: string;
  path: string;
  given: string;
  likely: string;
}

/** Neighbours are pictures of the same set: where they outvote too many labels, no training should begin. */
const NEIGHBOURS: Judge = {
  split: 'TRAINING',
  worst: 'FAIL',
  said: ({ count, total, percent, path, given, likely }, { LABEL_SUSPECT: t }) =>
    `${count} of ${total} training labels (${percent} %) are outvoted by their ${t.neighbours} nearest neighbours, e.g. ${path}: ${given}, looks like ${likely}.`,
};

/** A model may be wrong itself: what it contradicts is to be looked at, and stops nothing. */
const LIVE_MODEL: Judge = {
  split: 'VALIDATION',
  worst: 'WARN',
  said: ({ count, total, percent, path, given, likely }) =>
    `${count} of ${total} validation labels (${percent} %) are contradicted by the live model, e.g. ${path}: ${given}, looks like ${likely}.`,
};

/** Judges how many labels are outvoted by their neighbours; labels that a person has accepted are told apart and no fault. */
export const suspectFindings = (
  suspects: readonly Suspect[],
  total: number,
  thresholds: Thresholds,
  accepted: Acceptances,
): Finding[] => doubts(NEIGHBOURS, suspects, total, thresholds, accepted);

/** The same for labels that the live model contradicts. */
export const contradictionFindings = (
  suspects: readonly Suspect[],
  total: number,
  thresholds: Thresholds,
  accepted: Acceptances,
): Finding[] => doubts(LIVE_MODEL, suspects, total, thresholds, accepted);

function doubts(
  judge: Judge,
  suspects: readonly Suspect[],
  total: number,
  thresholds: Thresholds,
  accepted: Acceptances,
): Finding[] {
  const isSettled = ({ picture }: Suspect): boolean =>
    isAccepted(accepted, 'LABEL_SUSPECT', picture.pixelSha);
  const open = suspects.filter((one) => !isSettled(one));
  return [
    ...doubted(judge, open, total, thresholds),
    ...doubted(judge, suspects.filter(isSettled), total, thresholds).map((found) => ({
      ...found,
      severity: 'INFO' as const,
      accepted: true,
      message: `${found.message} Accepted.`,
      remedy: null,
    })),
  ];
}

function doubted(
  { split, worst, said }: Judge,
  suspects: readonly Suspect[],
  total: number,
  thresholds: Thresholds,
): Finding[] {
  const first = suspects[0];
  if (!first || total === 0) return [];
  const { LABEL_SUSPECT: t } = thresholds;
  const share = suspects.length / total;
  // At or below the first threshold outliers are normal; they are listed all the same, because a person may look.
  const severity = share > t.fail ? worst : share > t.warn ? 'WARN' : 'INFO';
  const { picture, given, likely } = first;
  const count = suspects.length;
  const doubt = { count, total, percent: (share * 100).toFixed(1), path: picture.path, given, likely };
  return [
    finding({
      code: 'LABEL_SUSPECT',
      severity,
      split,
      count,
      message: said(doubt, thresholds),
      remedy: 'look at these pictures and correct their labels',
      rows: suspects.flatMap(({ picture }) => (picture.row === null ? [] : [picture.row])),
      pictures: suspects.map(({ picture }) => picture),
    }),
  ];
}
