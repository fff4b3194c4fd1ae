import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import type { Architecture } from './contract.js';
import { type NetworkPlan, networkPlan } from './network.rules.js';
import { preprocessingDigest } from './preprocessing.rules.js';
import { WeightsDamagedError } from './weights.errors.js';

const MAGIC = Buffer.from('UNTOILW1', 'latin1');
const LARGEST_HEADER = 64 * 1024;
/** More classes than this are refused, in specifications and in files. */
export const MOST_CLASSES = 4096;

/** What a weights file says about itself. No clock and no machine in it: equal trainings give equal files. */
export interface WeightsHeader {
  format: 1;
  architecture: Architecture;
  classes: number;
  preprocessingDigest: string;
  seed: number;
  steps: number;
  dataDigest: string;
  engineIdentity: string;
  tensors: { name: string; shape: number[] }[];
  valuesSha256: string;
}

// Formats that may carry code: named, so that nobody goes looking for damage.
const FOREIGN: [Buffer, string][] = [
  [Buffer.from('\x89HDF\r\n\x1a\n', 'latin1'), 'it is an HDF5 file (.h5), which is never loaded'],
  [Buffer.from('PK\x03\x04', 'latin1'), 'it is a zip archive such as .keras, which is never loaded'],
];

/** Where the weights came from; becomes part of the header. */
export type WeightsOrigin = Pick<WeightsHeader, 'seed' | 'steps' | 'dataDigest' | 'engineIdentity'>;

/** A named tensor, row-major. Kernels are [height, width, in, out], dense ones [in, out]. */
export interface WeightsTensor {
  name: string;
  shape: number[];
  values: Float32Array;
}

/** A weights file that has been checked from the first to the last byte. */
export interface Weights {
  header: WeightsHeader;
  sha256: string;
  plan: NetworkPlan;
  tensors: WeightsTensor[];
}

/**
 * Writes magic, header length (uint32 LE), header (JSON, padded with blanks to 64 bytes) and the values (float32 LE) in
 * the network's tensor order.
 */
export function encodeWeights(plan: NetworkPlan, values: Float32Array[], origin: WeightsOrigin): Buffer {
  const body = Buffer.concat(values.map((v) => Buffer.from(v.buffer, v.byteOffset, v.byteLength)));
  const header: WeightsHeader = {
    format: 1,
    architecture: plan.architecture,
    classes: plan.classes,
    preprocessingDigest: preprocessingDigest(),
    ...origin,
    tensors: plan.tensors.map(({ name, shape }) => ({ name, shape })),
    valuesSha256: sha256(body),
  };
  let json = JSON.stringify(header);
  json = json.padEnd(Math.ceil((MAGIC.length + 4 + Buffer.byteLength(json)) / 64) * 64 - MAGIC.length - 4);
  const length = Buffer.alloc(4);
  length.writeUInt32LE(Buffer.byteLength(json));
  return Buffer.concat([MAGIC, length, Buffer.from(json), body]);
}

/** Reads and checks a weights file (path or bytes); throws WeightsDamagedError on anything that is not exactly as written. */
export async function readWeights(source: string | Uint8Array): Promise<Weights> {
  const bytes =
    typeof source === 'string'
      ? await readFile(source)
      : Buffer.from(source.buffer, source.byteOffset, source.byteLength);
  const header = readHeader(bytes);
  const plan = networkPlan(header.architecture, header.classes);
  const expected = JSON.stringify(plan.tensors.map(({ name, shape }) => ({ name, shape })));
  if (JSON.stringify(header.tensors) !== expected)
    throw new WeightsDamagedError('its tensors are not those of its network');
  const start = MAGIC.length + 4 + bytes.readUInt32LE(MAGIC.length);
  const length = plan.tensors.reduce((sum, tensor) => sum + tensor.length * 4, 0);
  if (bytes.length !== start + length) {
    throw new WeightsDamagedError(
      `it holds ${bytes.length - start} bytes of values, its network has ${length}`,
    );
  }
  const body = bytes.subarray(start);
  if (sha256(body) !== header.valuesSha256)
    throw new WeightsDamagedError('its values do not match their digest');
  // A copy, because a float array needs an aligned start.
  const values = new Float32Array(new Uint8Array(body).buffer);
  let offset = 0;
  const tensors = plan.tensors.map(({ name, shape, length: count }) => {
    const tensor = { name, shape, values: values.subarray(offset, offset + count) };
    offset += count;
    return tensor;
  });
  return { header, sha256: sha256(bytes), plan, tensors };
}

function readHeader(bytes: Buffer): WeightsHeader {
  if (bytes.length < MAGIC.length + 4 || !bytes.subarray(0, MAGIC.length).equals(MAGIC)) {
    throw new WeightsDamagedError(
      FOREIGN.find(([start]) => bytes.subarray(0, start.length).equals(start))?.[1] ??
        'it does not start like a weights file',
    );
  }
  const length = bytes.readUInt32LE(MAGIC.length);
  if (length > LARGEST_HEADER || MAGIC.length + 4 + length > bytes.length)
    throw new WeightsDamagedError('its header is cut off');
  let header: WeightsHeader;
  try {
    header = JSON.parse(
      bytes.subarray(MAGIC.length + 4, MAGIC.length + 4 + length).toString(),
    ) as WeightsHeader;
  } catch {
    throw new WeightsDamagedError('its header is not JSON');
  }
  const known =
    header.format === 1 && (header.architecture === 'SEED_3X3' || header.architecture === 'SEED_5X5');
  if (!known) throw new WeightsDamagedError('its format or network is unknown');
  if (!Number.isInteger(header.classes) || header.classes < 1 || header.classes > MOST_CLASSES) {
    throw new WeightsDamagedError('its number of classes is out of range');
  }
  return header;
}

function sha256(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}
