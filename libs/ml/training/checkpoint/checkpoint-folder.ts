import { mkdir, readdir, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { NetworkPlan } from '../../engine/network.rules.js';
import { TrainingError } from '../loop/training.errors.js';
import { writeAtomically } from './atomic-file.js';
import { type Checkpoint, decodeCheckpoint, encodeCheckpoint } from './checkpoint.rules.js';

/** So many checkpoints stay; the older one is there for when the newer turns out damaged. */
const KEPT = 2;
const NAME = /^step-(\d{9})\.checkpoint$/;

/**
 * The checkpoints of one training. The fence keeps a process that was thought dead from writing over its successor: the
 * folder remembers the largest fence seen, and whoever carries a smaller one must stop.
 */
export class CheckpointFolder {
  readonly path: string;
  private readonly fence: number | null;

  private constructor(path: string, fence: number | null) {
    this.path = path;
    this.fence = fence;
  }

  /** Opens (and makes) the folder and takes its fence; throws FENCED when a later attempt has been here. */
  static async open(path: string, fence: number | null): Promise<CheckpointFolder> {
    await mkdir(path, { recursive: true });
    const folder = new CheckpointFolder(path, fence);
    await folder.checkFence();
    if (fence !== null) await writeAtomically(join(path, 'fence'), [Buffer.from(`${fence}\n`)]);
    return folder;
  }

  /** Writes a checkpoint and drops the ones before the last two. */
  async save(checkpoint: Checkpoint): Promise<{ sha256: string; bytes: number }> {
    const { parts, sha256, bytes } = encodeCheckpoint(checkpoint);
    await this.write(`step-${String(checkpoint.loop.step).padStart(9, '0')}.checkpoint`, parts);
    for (const name of (await this.names()).slice(KEPT)) await rm(join(this.path, name), { force: true });
    return { sha256, bytes };
  }

  /** The newest whole checkpoint for this training; damaged and foreign ones are named in `skipped`. */
  async latest(
    plan: NetworkPlan,
    specDigest: string,
    dataDigest: string,
  ): Promise<{ found: Checkpoint | null; skipped: string[] }> {
    const skipped: string[] = [];
    for (const name of await this.names()) {
      const checkpoint = decodeCheckpoint(await readFile(join(this.path, name)), plan);
      if (!checkpoint) skipped.push(`${name} is not whole`);
      else if (checkpoint.identity.specDigest !== specDigest)
        skipped.push(`${name} belongs to another specification`);
      else if (checkpoint.identity.dataDigest !== dataDigest) skipped.push(`${name} belongs to other data`);
      else return { found: checkpoint, skipped };
    }
    return { found: null, skipped };
  }

  /** Writes any file of this training, if the fence still holds. */
  async write(name: string, parts: Uint8Array[]): Promise<string> {
    await this.checkFence();
    const path = join(this.path, name);
    try {
      await writeAtomically(path, parts);
    } catch (error) {
      throw new TrainingError('CHECKPOINT_UNWRITABLE', `${path} cannot be written.`, String(error));
    }
    return path;
  }

  /** Newest first. */
  private async names(): Promise<string[]> {
    return (await readdir(this.path))
      .filter((name) => NAME.test(name))
      .sort()
      .reverse();
  }

  private async checkFence(): Promise<void> {
    if (this.fence === null) return;
    const text = await readFile(join(this.path, 'fence'), 'utf8').catch(() => '');
    if (Number(text) > this.fence)
      throw new TrainingError('FENCED', 'A later attempt of this training has taken over.');
  }
}
