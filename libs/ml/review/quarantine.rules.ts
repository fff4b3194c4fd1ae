import type { Split } from '../check/finding.js';
import type { DatasetRow } from '../dataset/dataset-row.entity.js';
import type { QuarantinedPicture } from './quarantined-picture.entity.js';

/** A row of the last check as a decision needs it. */
export type ReviewedRow = Pick<DatasetRow, 'position' | 'split' | 'line' | 'path' | 'name' | 'pixelSha'>;

/** What a new decision takes out of use. */
export type Decision = Pick<
  QuarantinedPicture,
  'pixelSha' | 'split' | 'labelName' | 'kept' | 'path' | 'foundSplit' | 'foundLabel' | 'line'
>;

const place = (row: Pick<ReviewedRow, 'split' | 'name' | 'pixelSha' | 'path'>): string =>
  row.pixelSha === null
    ? JSON.stringify([row.split, row.path])
    : JSON.stringify([row.pixelSha, row.split, row.name]);

const found = (row: ReviewedRow) => ({
  path: row.path,
  foundSplit: row.split,
  foundLabel: row.name,
  line: row.line,
});

/**
 * Decisions that take exactly the selected rows out of use. A picture is known by its pixels in its split and class, so
 * that it stays out when its file is renamed, and comes back when its label is corrected; of equal pictures those that
 * were not selected stay in use. `copies` are all rows with the pixels of the selected ones.
 */
export function decisionsOfRows(
  selected: readonly ReviewedRow[],
  copies: readonly ReviewedRow[],
  existing: readonly Pick<QuarantinedPicture, 'pixelSha' | 'split' | 'labelName' | 'kept' | 'path'>[],
): Decision[] {
  const groups = new Map<string, ReviewedRow[]>();
  for (const row of selected) groups.set(place(row), [...(groups.get(place(row)) ?? []), row]);
  const decisions: Decision[] = [];
  for (const [key, chosen] of groups) {
    const { pixelSha, split, name, path } = chosen[0]!;
    const all = pixelSha === null ? chosen : copies.filter((row) => place(row) === key);
    const left = existing
      .filter((one) =>
        pixelSha === null
          ? one.pixelSha === null && one.split === split && one.path === path
          : one.pixelSha === pixelSha &&
            (one.split === null || (one.split === split && one.labelName === name)),
      )
      .reduce((least, one) => Math.min(least, one.kept), all.length);
    const inUse = [...all].sort((a, b) => a.position - b.position).slice(0, left);
    const leaving = chosen.filter((row) => inUse.some((one) => one.position === row.position));
    const [first] = leaving;
    if (!first) continue;
    decisions.push({
      pixelSha,
      split,
      labelName: pixelSha === null ? null : name,
      kept: inUse.length - leaving.length,
      ...found(first),
    });
  }
  return decisions;
}

/** Decisions that take pixels out of use wherever they turn up, under any label and in any split. */
export function decisionsOfPixels(
  rows: readonly ReviewedRow[],
  existing: readonly Pick<QuarantinedPicture, 'pixelSha' | 'split'>[],
): Decision[] {
  const known = new Set(existing.filter(({ split }) => split === null).map(({ pixelSha }) => pixelSha));
  const decisions: Decision[] = [];
  for (const row of rows) {
    if (row.pixelSha === null || known.has(row.pixelSha)) continue;
    known.add(row.pixelSha);
    decisions.push({ pixelSha: row.pixelSha, split: null, labelName: null, kept: 0, ...found(row) });
  }
  return decisions;
}

/** A row named by its split and physical line. */
export interface RowPlace {
  split: Split;
  line: number;
}
