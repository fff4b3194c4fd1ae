import { createHash } from 'node:crypto';
import {
  type Acceptances,
  acceptanceKind,
  isAccepted,
  withWholeAcceptance,
} from '../check/acceptance.rules.js';
import { type ClassCount, classFindings, orderFinding } from '../check/class-balance.rules.js';
import {
  type Finding,
  type FoundPicture,
  finding,
  inOrder,
  LISTED,
  type Severity,
  type Split,
  type Verdict,
  verdictOf,
} from '../check/finding.js';
import { type ComparedPicture, exactFindings, nearFindings } from '../check/similarity.rules.js';
import { Tallies, type Tally, tallyFinding } from '../check/tally.rules.js';
import type { Thresholds } from '../check/thresholds.rules.js';
import { isErasedName } from '../erasure/scrub.rules.js';
import { hashOf } from '../image/difference-hash.rules.js';
import type { PicturePolicy } from '../image/picture-policy.js';
import type { MeasuredRow } from './dataset-row.repository.js';
import { shownRow } from './reading.rules.js';

/** The report of one check. */
export interface DataReport {
  verdict: Verdict;
  usableTraining: number;
  usableValidation: number;
  findings: Finding[];
  digest: string;
}

const MOST_PATHS = 2_000;

/** Collects what a report needs while the rows pass by once, in order: counts, hashes, and no pixels. */
export class RowCollector {
  readonly tallies: Tallies;
  /** Every picture that could be decoded. */
  readonly compared: ComparedPicture[] = [];
  readonly usable: Record<Split, number> = { TRAINING: 0, VALIDATION: 0 };
  readonly bad: Record<Split, number>;
  /** The first paths of each split that were not found. */
  readonly missing: Record<Split, string[]> = { TRAINING: [], VALIDATION: [] };
  /** Labels of the usable training rows in their order. */
  readonly labels: number[] = [];
  /** How many pictures people have taken out of use, with the first of them. */
  readonly quarantined: Record<Split, { count: number; pictures: FoundPicture[] }> = {
    TRAINING: { count: 0, pictures: [] },
    VALIDATION: { count: 0, pictures: [] },
  };
  private readonly classes = new Map<string, ClassCount>();

  constructor(
    classNames: readonly string[],
    kept: readonly Tally[],
    readonly accepted: Acceptances,
  ) {
    this.tallies = new Tallies(kept);
    this.bad = { TRAINING: failed(kept, 'TRAINING'), VALIDATION: failed(kept, 'VALIDATION') };
    for (const name of classNames)
      if (!isErasedName(name)) this.classes.set(name, { name, training: 0, validation: 0, grey: 0 });
  }

  /** Takes one row in. */
  add(row: MeasuredRow): void {
    const shown = shownRow(row);
    if (row.quarantineId !== null) {
      const out = this.quarantined[row.split];
      if (out.count++ < LISTED) out.pictures.push(shown);
      return;
    }
    let isBad = false;
    for (const fault of row.faults) {
      const settled =
        acceptanceKind(fault) === 'PICTURES' && isAccepted(this.accepted, fault.code, row.pixelSha);
      this.tallies.add({
        ...fault,
        split: row.split,
        line: row.line,
        picture: shown,
        ...(settled ? { severity: 'INFO' as const, accepted: true } : {}),
      });
      isBad ||= fault.severity === 'FAIL' && !settled;
      if (fault.code === 'PATH_MISSING' && this.missing[row.split].length < MOST_PATHS)
        this.missing[row.split].push(row.path);
    }
    if (isBad) this.bad[row.split]++;
    if (row.pixelSha !== null && row.hash !== null && row.mirror !== null) {
      const { split, label, pixelSha, usable } = row;
      this.compared.push({
        split,
        label,
        pixelSha,
        hash: hashOf(row.hash),
        mirror: hashOf(row.mirror),
        shown,
        usable,
      });
    }
    if (row.usable) this.count(row);
  }

  /** Usable pictures by class, in class order. */
  classCounts(): ClassCount[] {
    return [...this.classes.values()];
  }

  private count({ split, name, label, grey }: MeasuredRow): void {
    this.usable[split]++;
    const one = this.classes.get(name);
    if (split === 'TRAINING') this.labels.push(label);
    if (!one) return;
    if (split === 'VALIDATION') one.validation++;
    else one.training++;
    if (split === 'TRAINING' && grey) one.grey++;
  }
}

const failed = (tallies: readonly Tally[], split: Split): number =>
  tallies.reduce(
    (sum, tally) => sum + (tally.split === split && tally.severity === 'FAIL' ? tally.count : 0),
    0,
  );

/** What the collected rows amount to, and what was found beside them. */
export interface ReportCase {
  collected: RowCollector;
  /** Lines that hold or should hold a picture. */
  rows: Record<Split, number>;
  /** Whether a validation split was given, so that it may be empty. */
  hasValidation: boolean;
  quarantine: boolean;
  /** What probing found about missing paths. */
  hints: Partial<Record<Split, { message: string; remedy: string } | null>>;
  thresholds: Thresholds;
  /** Findings that needed more than rows: suspects, drift, classes, the suggested split. */
  more: readonly Finding[];
}

/** Everything that was found, worst first. */
export function reportFindings({
  collected,
  rows,
  hasValidation,
  quarantine,
  hints,
  thresholds,
  more,
}: ReportCase): Finding[] {
  const { usable, bad } = collected;
  // A split that would lose every row is not dropped: nothing would be left to train on, or to judge by.
  const dropped = (split: Split): boolean =>
    quarantine &&
    bad[split] > 0 &&
    usable[split] > 0 &&
    // Divided, not multiplied: 29 of 100 are within a limit of 0.29, and 0.29 x 100 is less than 29.
    bad[split] / rows[split] <= thresholds.QUARANTINE.limit;
  const kept = (split: Split): string =>
    usable[split] === 0
      ? 'Not dropped by quarantine: no row of this split would be left.'
      : `Not dropped: quarantine takes at most ${Number((thresholds.QUARANTINE.limit * 100).toFixed(2))} %, and ${bad[split]} of ${rows[split]} rows are bad.`;
  // What is dropped is no part of the data any more: it neither repeats nor leaks.
  const compared = collected.compared.filter((picture) => picture.usable || !dropped(picture.split));
  const byRow = collected.tallies.all().map((tally) => {
    const found = tallyFinding(
      tally,
      rows[tally.split],
      tally.code === 'PATH_MISSING' ? (hints[tally.split] ?? null) : null,
    );
    if (found.severity !== 'FAIL' || !quarantine) return found;
    return dropped(tally.split)
      ? { ...found, severity: 'WARN' as Severity, message: `${found.message} Dropped by quarantine.` }
      : { ...found, message: `${found.message} ${kept(tally.split)}` };
  });
  const validation = compared.filter(({ split }) => split === 'VALIDATION').length;
  const findings = [
    ...byRow,
    ...emptySplits(rows, hasValidation),
    ...(usable.TRAINING > 0
      ? classFindings(collected.classCounts(), hasValidation && usable.VALIDATION > 0, thresholds)
      : []),
    ...exactFindings(compared, collected.accepted),
    ...nearFindings(compared, validation, thresholds, collected.accepted),
    ...quarantineFindings(collected),
    ...more,
  ];
  const order = orderFinding(collected.labels, thresholds);
  if (order) findings.push(order);
  return inOrder(
    findings
      .map((found) => withWholeAcceptance(found, collected.accepted))
      .map((found) =>
        found.severity === 'WARN' && thresholds.stops.has(found.code)
          ? { ...found, severity: 'FAIL' as Severity }
          : found,
      ),
  );
}

function quarantineFindings({ quarantined }: RowCollector): Finding[] {
  return (['TRAINING', 'VALIDATION'] as const).flatMap((split) => {
    const { count, pictures } = quarantined[split];
    if (count === 0) return [];
    const message = `${count} ${split.toLowerCase()} picture${count === 1 ? ' was' : 's were'} taken out of use by people: nothing here counts ${count === 1 ? 'it' : 'them'}.`;
    const rows = pictures.flatMap(({ row }) => (row === null ? [] : [row]));
    return [finding({ code: 'QUARANTINED', severity: 'INFO', split, count, pictures, rows, message })];
  });
}

function emptySplits(rows: Record<Split, number>, hasValidation: boolean): Finding[] {
  const empty = (split: Split): Finding =>
    finding({
      code: 'EMPTY_INPUT',
      severity: 'FAIL',
      split,
      count: 0,
      message: `The ${split.toLowerCase()} list is empty.`,
      remedy: 'add rows to the manifest',
    });
  return [
    ...(rows.TRAINING === 0 ? [empty('TRAINING')] : []),
    ...(hasValidation && rows.VALIDATION === 0 ? [empty('VALIDATION')] : []),
  ];
}

/** SHA-256 over the sorted (split, pixels, label) of what can be used, and the policy it is read under. */
export function dataDigest(
  pictures: readonly { split: Split; pixelSha: string; label: number }[],
  policy: PicturePolicy,
): string {
  const lines = pictures.map(({ split, pixelSha, label }) => `${split} ${pixelSha} ${label}`).sort();
  return createHash('sha256')
    .update(`${policy.sizePolicy} ${policy.expandGrey}\n`)
    .update(lines.join('\n'))
    .digest('hex');
}

/** The report as it is kept. */
export const dataReport = (collected: RowCollector, findings: Finding[], digest: string): DataReport => ({
  verdict: verdictOf(findings),
  usableTraining: collected.usable.TRAINING,
  usableValidation: collected.usable.VALIDATION,
  findings,
  digest,
});
