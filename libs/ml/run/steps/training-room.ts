import { createWriteStream } from 'node:fs';
import { mkdir, rename, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { pipeline as flow } from 'node:stream/promises';
import { Inject, Injectable } from '@nestjs/common';
import { CONFIG, type Config, ObjectStore } from '#platform';
import type { PackedSplit, TrainingFiles } from '../../engine/contract.js';
import { INPUT_VALUES } from '../../engine/network.rules.js';
import type { PackedArtefact, PackedData } from '../run-data.js';

/** A run's own folder on this machine: its packed pictures, checkpoints, weights and event files. */
@Injectable()
export class TrainingRoom {
  constructor(
    @Inject(CONFIG) private readonly config: Config,
    private readonly store: ObjectStore,
  ) {}

  folder(runId: string): string {
    return join(this.config.dataDir, 'runs', runId);
  }

  get enginesDir(): string {
    return join(this.config.dataDir, 'engines');
  }

  /** Brings both splits from the object store into the folder; what is there already stays. */
  async files(runId: string, packed: PackedData, dataDigest: string): Promise<TrainingFiles> {
    const folder = join(this.folder(runId), 'data');
    await mkdir(folder, { recursive: true });
    return {
      training: await this.split(folder, 'training', packed.training),
      validation: await this.split(folder, 'validation', packed.validation),
      dataDigest,
    };
  }

  /** Takes the folder away, of a run that is removed; those of ended runs are swept up. */
  async clear(runId: string): Promise<void> {
    await rm(this.folder(runId), { recursive: true, force: true });
  }

  private async split(folder: string, name: string, packed: PackedArtefact): Promise<PackedSplit> {
    const pixels = join(folder, `${name}.pixels`);
    const labels = join(folder, `${name}.labels`);
    await this.fetch(packed.pixelsSha256, pixels, packed.rows * INPUT_VALUES);
    await this.fetch(packed.labelsSha256, labels, packed.rows * 4);
    return { pixels, labels, rows: packed.rows };
  }

  // A file of the right length was renamed into place complete: a killed copy leaves only a draft.
  private async fetch(sha256: string, path: string, bytes: number): Promise<void> {
    const known = await stat(path).catch(() => null);
    if (known?.size === bytes) return;
    const draft = `${path}.draft`;
    await flow(await this.store.stream(sha256), createWriteStream(draft));
    await rename(draft, path);
  }
}
