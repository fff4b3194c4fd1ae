import { createHash } from 'node:crypto';
import sharp from 'sharp';
import { INPUT_SIZE } from '../engine/network.rules.js';
import type { Weights } from '../engine/weights-file.js';
import { toOnnx } from './onnx.js';
import { INPUT_NAME, type ModelContract, OUTPUT_NAME } from './signature.js';
import { snippets } from './snippets.js';
import { toTfjs } from './tfjs.js';

/** A file of an export before it is stored. */
export interface ExportedFile {
  kind: 'TFJS' | 'ONNX' | 'CONTRACT' | 'LABELS' | 'GOLDEN';
  name: string;
  data: Buffer;
}

/** One picture with the answer that every copy of the model must give. */
export interface GoldenPicture {
  /** uint8 RGB [96, 96, 3]. */
  pixels: Uint8Array;
  probabilities: number[];
}

/** Everything that somebody needs to run the model without us: both formats, contract, labels, a golden answer, checksums. */
export async function exportModel(
  weights: Weights,
  contract: ModelContract,
  golden: GoldenPicture | null,
): Promise<ExportedFile[]> {
  const { modelJson, weightsBin } = toTfjs(weights, { ...contract });
  const onnx = toOnnx(weights, {
    labels: contract.labels.join('\n'),
    contract: JSON.stringify(contract),
  });
  const files: ExportedFile[] = [
    { kind: 'TFJS', name: 'model.json', data: modelJson },
    { kind: 'TFJS', name: 'weights.bin', data: weightsBin },
    { kind: 'ONNX', name: 'model.onnx', data: Buffer.from(onnx) },
    { kind: 'CONTRACT', name: 'contract.json', data: json(contract) },
    { kind: 'CONTRACT', name: 'README.md', data: Buffer.from(snippets(contract)) },
    { kind: 'LABELS', name: 'labels.txt', data: Buffer.from(`${contract.labels.join('\n')}\n`) },
    ...(golden ? await goldenFiles(golden) : []),
  ];
  return [...files, { kind: 'CONTRACT', name: 'SHA256SUMS', data: checksums(files) }];
}

async function goldenFiles({ pixels, probabilities }: GoldenPicture): Promise<ExportedFile[]> {
  const raw = { width: INPUT_SIZE, height: INPUT_SIZE, channels: 3 as const };
  const answer = {
    picture: 'golden.png',
    input: INPUT_NAME,
    output: OUTPUT_NAME,
    probabilities,
    tolerance: 1e-5,
  };
  return [
    { kind: 'GOLDEN', name: 'golden.png', data: await sharp(pixels, { raw }).png().toBuffer() },
    { kind: 'GOLDEN', name: 'golden.json', data: json(answer) },
  ];
}

const json = (value: object): Buffer => Buffer.from(`${JSON.stringify(value, null, 2)}\n`);

function checksums(files: readonly ExportedFile[]): Buffer {
  const lines = files.map(
    ({ name, data }) => `${createHash('sha256').update(data).digest('hex')}  ${name}\n`,
  );
  return Buffer.from(lines.join(''));
}
