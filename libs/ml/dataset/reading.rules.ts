import type { FoundPicture, Split } from '../check/finding.js';
import { Tallies, type Tally } from '../check/tally.rules.js';
import { isErasedName } from '../erasure/scrub.rules.js';
import { classMap, type LabelledRow, labelFaults, labelHoles } from '../manifest/labels.rules.js';
import { readManifest } from '../manifest/manifest.rules.js';
import type { DatasetRow, RowFault } from './dataset-row.entity.js';

/** A row before its picture was read. */
export type UnreadRow = Pick<
  DatasetRow,
  'position' | 'split' | 'line' | 'path' | 'name' | 'label' | 'objectSha' | 'faults'
>;

/** A picture that was uploaded, as a further row of its split. */
export interface UploadRow {
  split: Split;
  path: string;
  labelName: string;
  objectSha: string;
}

/** Both manifests and the uploads of a dataset as one list of rows. */
export interface Reading {
  /** Training first, then validation, each by line, uploads last; position = place. */
  rows: UnreadRow[];
  classNames: string[];
  /** Faults of lines that are no rows, and of whole files. */
  tallies: Tally[];
  /** Lines that hold or should hold a picture. */
  trainingRows: number;
  validationRows: number;
}

const MOST_INT = 2 ** 31 - 1;

/** Reads manifests that were loaded (null: none was given, or it is gone) and judges the labels over both. */
export function readRows(
  training: Uint8Array | null,
  validation: Uint8Array | null,
  uploads: readonly UploadRow[],
  knownNames: readonly string[] = [],
): Reading {
  const tallies = new Tallies();
  const bad: Record<Split, number> = { TRAINING: 0, VALIDATION: 0 };
  const stated = (['TRAINING', 'VALIDATION'] as const).flatMap((split) => {
    const bytes = split === 'TRAINING' ? training : validation;
    if (!bytes) return [];
    const { rows, faults } = readManifest(bytes);
    for (const fault of faults) {
      tallies.add({ ...fault, split, picture: null });
      if (fault.severity === 'FAIL') bad[split]++;
    }
    return rows.map((row) => ({ ...row, split, objectSha: null as string | null }));
  });
  const names = classMap(stated).names;
  const given = new Set(stated.map((row) => row.label));
  // An erased person keeps a place among the classes, or all that come after would change their numbers.
  for (const [place, name] of knownNames.entries())
    if (stated.length > 0 && isErasedName(name) && !given.has(place)) names.splice(place, 0, name);
  // Uploads know classes by name only: those of the manifests and of the last class map keep their numbers.
  for (const name of knownNames) if (stated.length === 0 && !names.includes(name)) names.push(name);
  for (const { labelName } of uploads) if (!names.includes(labelName)) names.push(labelName);
  const labelled = [
    ...stated,
    ...uploads.map((upload) => ({
      line: null,
      path: upload.path,
      name: upload.labelName,
      label: names.indexOf(upload.labelName),
      split: upload.split,
      objectSha: upload.objectSha,
    })),
  ];
  const vacant = new Set(names.flatMap((name, place) => (isErasedName(name) ? [place] : [])));
  const faults = faultsByRow(labelled, vacant);
  const outside = [...faults.values()].some((own) => own.some(({ code }) => code === 'LABEL_RANGE'));
  // A label out of range explains its hole; a hole alone is a class that no output is trained for.
  for (const hole of outside ? [] : labelHoles(labelled, vacant)) {
    const message = `No training row has the label ${hole}, with ${names.length} classes`;
    tallies.add({
      code: 'LABEL_RANGE',
      severity: 'FAIL',
      split: 'TRAINING',
      line: null,
      picture: null,
      message,
    });
  }
  const rows = (['TRAINING', 'VALIDATION'] as const)
    .flatMap((split) =>
      labelled
        .map((row, i) => ({
          ...row,
          label: Math.max(-MOST_INT, Math.min(MOST_INT, row.label)),
          faults: faults.get(i) ?? [],
        }))
        .filter((row) => row.split === split),
    )
    .map((row, position) => ({ ...row, position }));
  const count = (split: Split): number => bad[split] + rows.filter((row) => row.split === split).length;
  return {
    rows,
    classNames: names,
    tallies: tallies.all(),
    trainingRows: count('TRAINING'),
    validationRows: count('VALIDATION'),
  };
}

function faultsByRow(rows: readonly LabelledRow[], vacant: ReadonlySet<number>): Map<number, RowFault[]> {
  const faults = new Map<number, RowFault[]>();
  for (const { index, code, message } of labelFaults(rows, vacant)) {
    faults.set(index, [...(faults.get(index) ?? []), { code, severity: 'FAIL', message }]);
  }
  return faults;
}

/** A row as findings name it. */
export const shownRow = (
  row: Pick<DatasetRow, 'path' | 'line' | 'split' | 'name'> & { pixelSha?: string | null },
): FoundPicture => ({
  path: row.path,
  row: row.line,
  split: row.split,
  label: row.name,
  pixelSha: row.pixelSha ?? null,
});
