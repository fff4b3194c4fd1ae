import { Refusal, refuseIfAny } from '#platform';
import type { FindingCode, FoundPicture, Split } from '../check/finding.js';

/** A finding of the last report. */
export interface FindingRef {
  code: string;
  split: Split | 'BOTH';
}

/** What quarantinePictures is told: pictures by their pixels, by their rows, or those that a finding lists. */
export interface NewQuarantine {
  dataset: string;
  pixelShas?: string[] | null;
  rows?: { split: Split | 'BOTH'; row: number }[] | null;
  finding?: FindingRef | null;
  reason: string;
  idempotencyKey?: string | null;
}

/** What acceptFindings is told; pixelShas narrow a finding down to some of its pictures. */
export interface NewAcceptance {
  dataset: string;
  findings: (FindingRef & { pixelShas?: string[] | null })[];
  reason: string;
  idempotencyKey?: string | null;
}

/** Which decisions to take back. */
export interface Withdrawal {
  dataset: string;
  ids: string[];
}

const MOST = 1000;
const LONGEST_REASON = 1000;
const PIXELS = /^[0-9a-f]{64}$/;

const bad = (message: string, ...path: (string | number)[]): Refusal =>
  new Refusal('INVALID_INPUT', message, ['input', ...path.map(String)]);

function reasonFaults(reason: string): Refusal[] {
  if (reason.trim() === '') return [bad('Say why: the reason is kept with the decision.', 'reason')];
  return reason.length > LONGEST_REASON
    ? [bad(`A reason has at most ${LONGEST_REASON} characters.`, 'reason')]
    : [];
}

const pixelFaults = (shas: readonly string[], ...at: (string | number)[]): Refusal[] =>
  shas.flatMap((sha, i) =>
    PIXELS.test(sha)
      ? []
      : [bad('pixelSha has 64 hexadecimal digits, as Picture.pixelSha gives them.', ...at, i)],
  );

/** Refuses a selection of nothing or of too much, digests and rows that cannot be, and a missing reason; all together. */
export function refuseBadQuarantine({ pixelShas, rows, finding, reason }: NewQuarantine): void {
  const refusals = [...reasonFaults(reason), ...pixelFaults(pixelShas ?? [], 'pixelShas')];
  for (const [i, { split, row }] of (rows ?? []).entries()) {
    if (split === 'BOTH') refusals.push(bad('A row belongs to TRAINING or VALIDATION.', 'rows', i, 'split'));
    if (row < 1) refusals.push(bad('row: 1 or more.', 'rows', i, 'row'));
  }
  const count = (pixelShas?.length ?? 0) + (rows?.length ?? 0);
  if (count === 0 && !finding) refusals.push(bad('Name pictures by pixelShas or rows, or a finding.'));
  if (count > MOST) refusals.push(bad(`At most ${MOST} pictures at a time.`));
  refuseIfAny(refusals);
}

/** Refuses an empty list, digests that cannot be, and a missing reason. */
export function refuseBadAcceptance({ findings, reason }: NewAcceptance): void {
  const refusals = reasonFaults(reason);
  if (findings.length === 0 || findings.length > MOST)
    refusals.push(bad(`Name 1 to ${MOST} findings.`, 'findings'));
  for (const [i, { pixelShas }] of findings.entries())
    refusals.push(...pixelFaults(pixelShas ?? [], 'findings', i, 'pixelShas'));
  refuseIfAny(refusals);
}

/** Refuses an empty or endless list of ids. */
export function refuseBadWithdrawal({ ids }: Withdrawal): void {
  if (ids.length === 0 || ids.length > MOST) throw bad(`Name 1 to ${MOST} ids.`, 'ids');
}

/** What a finding lists as pictures that may go: of pairs the second one, so that one of each stays. */
export function picturesOf(found: {
  code: FindingCode;
  pairs: readonly { b: FoundPicture }[];
  pictures: readonly FoundPicture[];
}): FoundPicture[] {
  return found.pairs.length > 0 ? found.pairs.map(({ b }) => b) : [...found.pictures];
}
