import { createHash } from 'node:crypto';
import { mkdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Architecture, Precision } from '../../engine/contract.js';
import { writeAtomically } from '../checkpoint/atomic-file.js';
import { codeDigest } from '../code-digest.js';
import type { ComputeEngine } from '../loop/compute-engine.js';
import type { EngineMaker } from './gradient-check.js';

/** Whether an engine may train, in one sentence. */
export interface Proof {
  ok: boolean;
  sentence: string;
}

/**
 * The gradient check before a training. A proof is kept in the engines' folder under the digest of engine, code and
 * network, so that it costs its two seconds once for each build and not at every start.
 */
export async function proveEngine(
  maker: EngineMaker,
  engine: ComputeEngine,
  architecture: Architecture,
  options: { enginesDir?: string; precision?: Precision },
): Promise<Proof> {
  const key = createHash('sha256')
    .update(JSON.stringify([engine.identity, architecture, codeDigest()]))
    .digest('hex');
  const folder = options.enginesDir && join(options.enginesDir, 'proofs');
  const path = folder && join(folder, `${key}.json`);
  const kept = path && (await readFile(path, 'utf8').catch(() => null));
  if (kept) return JSON.parse(kept) as Proof;
  // Imported here, because it loads TensorFlow.js, which a start with a kept proof does not need.
  const { checkGradients, GRADIENT_TOLERANCE, HALF_TOLERANCE } = await import('./gradient-check.js');
  const tolerance = options.precision === 'BF16' ? HALF_TOLERANCE : GRADIENT_TOLERANCE;
  const check = await checkGradients(maker, architecture, tolerance);
  const error = check.worst.toExponential(1);
  if (!check.ok) {
    const sentence = `its gradient of ${check.tensor} is ${error} away from plain TensorFlow.js, ${tolerance} is allowed.`;
    return { ok: false, sentence };
  }
  const proof: Proof = {
    ok: true,
    sentence: `gradients agree with plain TensorFlow.js (relative error ${error}).`,
  };
  if (folder && path) {
    await mkdir(folder, { recursive: true });
    await writeAtomically(path, [Buffer.from(JSON.stringify(proof))]);
  }
  return proof;
}
