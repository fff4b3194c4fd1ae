import type { Split } from '../check/finding.js';
import { classMap, type LabelledRow } from '../manifest/labels.rules.js';
import { readManifest } from '../manifest/manifest.rules.js';

/** A picture of an archive with what its place in it says. */
export interface PlacedPicture {
  path: string;
  label: string | null;
  split: Split;
}

/** What an archive says of its pictures: by its manifests, or by its folders. */
export interface UploadLayout {
  pictures: PlacedPicture[];
  /** Names in the order of their numbers; by name where folders are the classes. */
  classNames: string[];
  /** Rows or files that cannot be taken, in words. */
  refused: { name: string; code: string; message: string }[];
}

const TRAINING = /^(train|training|학습|훈련)$/i;
const VALIDATION = /^(val|valid|validation|test|testing|검증|평가|테스트)$/i;
const NOISE = /(^|\/)(__MACOSX|\.[^/]*|Thumbs\.db|desktop\.ini)(\/|$)/i;
const PAPERS = /\.(csv|txt|md|json|xml|html?)$/i;

/** Whether an entry of an archive is something that systems leave behind. */
export const isNoise = (path: string): boolean => NOISE.test(path) || path.endsWith('/');

/** The manifests among the entries: names with "train" and "val" or "test" in them, or the only csv there is. */
export function manifestsOf(
  paths: readonly string[],
): { training: string; validation: string | null } | null {
  const csvs = paths.filter((path) => /\.csv$/i.test(path) && !isNoise(path));
  const base = (path: string): string => path.split('/').at(-1) ?? path;
  const validation = csvs.find((path) => /val|test/i.test(base(path)) && !/train/i.test(base(path))) ?? null;
  const training = csvs.find((path) => /train/i.test(base(path))) ?? csvs.find((path) => path !== validation);
  return training === undefined ? null : { training, validation };
}

/** One folder for each class, below any number of folders for all and in folders named after the splits if they like. */
export function folderLayout(paths: readonly string[]): UploadLayout {
  const own = paths
    .filter((path) => !isNoise(path) && !PAPERS.test(path))
    .map((path) => ({ path, parts: path.split('/') }));
  const isSplit = (part: string): boolean => TRAINING.test(part) || VALIDATION.test(part);
  let wraps = 0;
  const isWrap = (at: number): boolean =>
    own.length > 0 &&
    own.every(({ parts }) => parts.length >= at + 3 && parts[at] === own[0]!.parts[at]) &&
    !isSplit(own[0]!.parts[at]!);
  while (isWrap(wraps)) wraps++;
  const pictures = own.map(({ path, parts }) => {
    const inner = parts.slice(wraps);
    const split: Split = inner.length >= 3 && VALIDATION.test(inner[0]!) ? 'VALIDATION' : 'TRAINING';
    const folders = inner.length >= 3 && isSplit(inner[0]!) ? inner.slice(1, -1) : inner.slice(0, -1);
    return { path, split, label: folders[0]?.trim() || null };
  });
  const names = [...new Set(pictures.flatMap(({ label }) => (label === null ? [] : [label])))];
  return { pictures, classNames: names.sort(naturally), refused: [] };
}

/** Rows of the manifests inside an archive; their paths are relative to the folder that the manifest lies in. */
export function manifestLayout(
  manifests: { split: Split; path: string; bytes: Uint8Array }[],
  paths: ReadonlySet<string>,
): UploadLayout {
  const layout: UploadLayout = { pictures: [], classNames: [], refused: [] };
  const labelled: LabelledRow[] = [];
  for (const { split, path, bytes } of manifests) {
    const folder = path.includes('/') ? path.slice(0, path.lastIndexOf('/') + 1) : '';
    const { rows, faults } = readManifest(bytes);
    for (const fault of faults)
      if (fault.severity === 'FAIL')
        layout.refused.push({ name: path, code: fault.code, message: fault.message });
    for (const row of rows) {
      const place = placeOf(row.path, folder, paths);
      labelled.push({ name: row.name, label: row.label, split });
      if (place !== null) layout.pictures.push({ path: place, label: row.name, split });
      else
        layout.refused.push({
          name: row.path,
          code: 'PATH_MISSING',
          message: `line ${row.line} of ${path}: the archive has no such file`,
        });
    }
  }
  layout.classNames = classMap(labelled).names;
  return layout;
}

// Names of an archive are composed and have slashes; the rows of its manifest may be written as its maker's system does.
// Some write paths from the top of the archive, whatever folder the manifest lies in.
function placeOf(path: string, folder: string, paths: ReadonlySet<string>): string | null {
  const own = path.trim().normalize('NFC').replaceAll('\\', '/').replace(/^\.\//, '');
  return [`${folder}${path}`, `${folder}${own}`, own].find((place) => paths.has(place)) ?? null;
}

const naturally = (a: string, b: string): number => a.localeCompare(b, 'en', { numeric: true });
