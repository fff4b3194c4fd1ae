import { qualityFaults } from '../check/quality.rules.js';
import type { Thresholds } from '../check/thresholds.rules.js';
import { decodePicture, pictureFeatures } from '../image/decode-picture.js';
import { hashText } from '../image/difference-hash.rules.js';
import type { PicturePolicy } from '../image/picture-policy.js';
import type { DatasetRow, RowFault } from './dataset-row.entity.js';
import type { Measurement } from './dataset-row.repository.js';
import { namedPath, type PictureSource } from './picture-source.js';

const UNREAD = {
  pixelSha: null,
  hash: null,
  mirror: null,
  sharpness: null,
  mean: null,
  deviation: null,
  grey: null,
  thumb: null,
};

/** Reads the picture of a row and measures it; the faults of the row's label stay. Never throws on a bad picture. */
export async function measurePicture(
  source: PictureSource,
  root: string | null,
  row: Pick<DatasetRow, 'position' | 'path' | 'objectSha' | 'faults'>,
  policy: PicturePolicy,
  thresholds: Thresholds,
): Promise<Measurement> {
  const labels = row.faults.filter(({ code }) => code.startsWith('LABEL_') || code === 'CLASS_MISSING');
  const settled = (faults: RowFault[]): Pick<Measurement, 'position' | 'faults' | 'usable'> => ({
    position: row.position,
    faults: [...labels, ...faults],
    usable: [...labels, ...faults].every((fault) => fault.severity !== 'FAIL'),
  });
  const bytes = await source.read(root, row);
  if (!Buffer.isBuffer(bytes)) return { ...settled([bytes]), ...UNREAD };
  const decoded = await decodePicture(bytes, policy, namedPath(row));
  if (!decoded.source) return { ...settled(decoded.faults), ...UNREAD };
  const { hash, mirror, thumb, ...numbers } = pictureFeatures(decoded.source, policy);
  return {
    ...settled([...decoded.faults, ...qualityFaults(numbers, thresholds)]),
    ...numbers,
    pixelSha: decoded.pixelSha,
    hash: hashText(hash),
    mirror: hashText(mirror),
    thumb: Buffer.from(thumb),
  };
}
