import type { Finding, FindingCode, Severity } from './finding.js';

/** A finding about the data set as a whole that a person has accepted; it holds until the finding gets worse. */
export interface AcceptedWhole {
  code: FindingCode;
  split: Finding['split'];
  severity: Severity;
  count: number;
  reason: string;
  acceptedBy: string;
}

/** Everything that people have accepted in a data set. */
export interface Acceptances {
  /** `CODE subject`; the subject is a pixel digest, or those of a pair. */
  subjects: ReadonlySet<string>;
  whole: readonly AcceptedWhole[];
}

/** Before anybody has accepted anything. */
export const NOTHING_ACCEPTED: Acceptances = { subjects: new Set(), whole: [] };

/** What an acceptance of a code speaks of: single pictures, pairs of pictures, or the data set as a whole. */
export type AcceptanceKind = 'PICTURES' | 'PAIRS' | 'WHOLE';

const KINDS: Partial<Record<FindingCode, AcceptanceKind>> = {
  BLUR: 'PICTURES',
  EXPOSURE: 'PICTURES',
  LABEL_SUSPECT: 'PICTURES',
  DUPLICATE_EXACT: 'PICTURES',
  GREY_EXPANDED: 'PICTURES',
  BIT_DEPTH: 'PICTURES',
  FORMAT_MISMATCH: 'PICTURES',
  CHANNELS_MISMATCH: 'PICTURES',
  DUPLICATE_NEAR: 'PAIRS',
  LEAK_NEAR: 'PAIRS',
  CLASS_TOO_SMALL: 'WHOLE',
  CLASS_IMBALANCE: 'WHOLE',
  GREY_COLOUR_MIX: 'WHOLE',
  SORTED_UNSHUFFLED: 'WHOLE',
  DRIFT: 'WHOLE',
};
// Under these codes a FAIL means that the picture cannot be read under the policy: nobody can wish that away.
const UNREADABLE: readonly FindingCode[] = ['FORMAT_MISMATCH', 'CHANNELS_MISMATCH'];
const RANK: Record<Severity, number> = { INFO: 0, WARN: 1, FAIL: 2 };

/** How a finding can be accepted; null when it cannot: it was accepted already, or the data itself must change. */
export function acceptanceKind(
  found: Pick<Finding, 'code' | 'severity'> & Partial<Finding>,
): AcceptanceKind | null {
  if (found.accepted) return null;
  if (found.severity === 'FAIL' && UNREADABLE.includes(found.code)) return null;
  return KINDS[found.code] ?? null;
}

/** A pair of pictures as the subject of an acceptance, whichever of them comes first. */
export const pairSubject = (a: string, b: string): string => (a < b ? `${a}:${b}` : `${b}:${a}`);

/** Whether a person has accepted this code for this picture or pair. */
export const isAccepted = ({ subjects }: Acceptances, code: FindingCode, subject: string | null): boolean =>
  subject !== null && subjects.has(`${code} ${subject}`);

/** The finding as information when it was accepted as a whole and is no worse than it was then; otherwise as it is. */
export function withWholeAcceptance(found: Finding, { whole }: Acceptances): Finding {
  const by = whole.find(
    (one) =>
      one.code === found.code &&
      one.split === found.split &&
      RANK[found.severity] <= RANK[one.severity] &&
      found.count <= one.count,
  );
  if (!by || acceptanceKind(found) !== 'WHOLE') return found;
  return {
    ...found,
    severity: 'INFO',
    accepted: true,
    message: `${found.message} Accepted by ${by.acceptedBy}: ${by.reason}`,
    remedy: null,
  };
}
