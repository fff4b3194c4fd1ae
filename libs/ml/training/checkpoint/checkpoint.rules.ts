import { createHash } from 'node:crypto';
import type { NetworkPlan } from '../../engine/network.rules.js';
import type { EngineState } from '../loop/compute-engine.js';
import type { LoopState } from '../loop/loop-state.js';

const MAGIC = Buffer.from('UNTOILC1', 'latin1');
const DIGEST_BYTES = 32;
const LARGEST_HEADER = 1024 * 1024;

/** What must be equal for a resume to give the same bits as never having stopped. */
export interface CheckpointIdentity {
  specDigest: string;
  dataDigest: string;
  codeDigest: string;
  engineIdentity: string;
}

/** Everything of a training at the end of a step: identity, loop, and the engine's tensors. */
export interface Checkpoint {
  identity: CheckpointIdentity;
  loop: LoopState;
  tensors: EngineState;
}

/** Magic, header length (uint32 LE), header (JSON), weights, first and second moments (float32 LE), SHA-256 of all before. */
export function encodeCheckpoint(checkpoint: Checkpoint): { parts: Buffer[]; sha256: string; bytes: number } {
  const json = Buffer.from(JSON.stringify({ identity: checkpoint.identity, loop: checkpoint.loop }));
  const length = Buffer.alloc(4);
  length.writeUInt32LE(json.length);
  const { weights, mean, square } = checkpoint.tensors;
  const tensors = [...weights, ...mean, ...square].map((t) =>
    Buffer.from(t.buffer, t.byteOffset, t.byteLength),
  );
  const parts = [MAGIC, length, json, ...tensors];
  const hash = createHash('sha256');
  for (const part of parts) hash.update(part);
  const digest = hash.digest();
  parts.push(digest);
  return { parts, sha256: digest.toString('hex'), bytes: parts.reduce((sum, part) => sum + part.length, 0) };
}

/** Reads a checkpoint of a network; null when it is not whole, not ours or not of this network. */
export function decodeCheckpoint(bytes: Buffer, plan: NetworkPlan): Checkpoint | null {
  if (bytes.length < MAGIC.length + 4 + DIGEST_BYTES || !bytes.subarray(0, MAGIC.length).equals(MAGIC))
    return null;
  const body = bytes.subarray(0, bytes.length - DIGEST_BYTES);
  if (!createHash('sha256').update(body).digest().equals(bytes.subarray(body.length))) return null;
  const length = body.readUInt32LE(MAGIC.length);
  const start = MAGIC.length + 4 + length;
  const values = plan.tensors.reduce((sum, tensor) => sum + tensor.length, 0);
  if (length > LARGEST_HEADER || body.length !== start + values * 3 * 4) return null;
  const header = JSON.parse(body.subarray(MAGIC.length + 4, start).toString()) as Omit<Checkpoint, 'tensors'>;
  const floats = new Float32Array(new Uint8Array(body.subarray(start)).buffer);
  let at = 0;
  const take = (): Float32Array[] =>
    plan.tensors.map((tensor) => {
      at += tensor.length;
      return floats.subarray(at - tensor.length, at);
    });
  return { ...header, tensors: { weights: take(), mean: take(), square: take() } };
}
