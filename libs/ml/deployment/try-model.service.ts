import { createWriteStream } from 'node:fs';
import { mkdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { pipeline as flow } from 'node:stream/promises';
import { Inject, Injectable } from '@nestjs/common';
import { CONFIG, type Config, Ids } from '#platform';
import type { ModelContract } from '../export/signature.js';
import { ModelFiles } from '../model/model-files.js';
import type { ModelVersion } from '../model/model-version.entity.js';
import { largestGap, smokeFault } from './smoke.rules.js';
import { SmokeTest } from './smoke-test.js';

/** How the smoke test ended: a fault that forbids deployment, and what is worth knowing. */
export interface SmokeVerdict {
  fault: string | null;
  note: string;
}

/** Tries a version in a fresh process on its golden pictures. */
@Injectable()
export class TryModel {
  constructor(
    @Inject(CONFIG) private readonly config: Config,
    private readonly files: ModelFiles,
    private readonly smoke: SmokeTest,
    private readonly ids: Ids,
  ) {}

  async try(version: ModelVersion, signal?: AbortSignal): Promise<SmokeVerdict> {
    const folder = join(this.config.dataDir, 'smoke', this.ids.next('smk'));
    await mkdir(folder, { recursive: true });
    try {
      return await this.inFolder(folder, version, signal);
    } catch (error) {
      signal?.throwIfAborted();
      return { fault: error instanceof Error ? error.message : String(error), note: '' };
    } finally {
      await rm(folder, { recursive: true, force: true });
    }
  }

  private async inFolder(folder: string, version: ModelVersion, signal?: AbortSignal): Promise<SmokeVerdict> {
    const file = (name: string) => version.files.find((one) => one.name === name);
    const onnx = file('model.onnx');
    const contract = file('contract.json');
    if (!contract) return { fault: 'The version has no contract.json.', note: '' };
    const { labels, preprocessingDigest } = JSON.parse(
      await text(await this.files.stream(version, contract)),
    ) as ModelContract;
    const fetch = (name: string, sha256: string) => this.fetch(folder, name, version, sha256);
    const seen = await this.smoke.run(
      {
        weightsPath: await fetch('weights', version.weightsSha256),
        onnxPath: onnx ? await fetch('model.onnx', onnx.sha256) : null,
        pixelsPath: await fetch('golden', version.golden.pixelsSha256),
        rows: version.golden.probabilities.length,
        enginesDir: join(this.config.dataDir, 'engines'),
        engine: this.config.servingEngine,
      },
      signal,
    );
    const fault = smokeFault(
      {
        classNames: version.classNames,
        labels,
        preprocessingDigest: version.preprocessingDigest,
        contractDigest: preprocessingDigest,
        probabilities: version.golden.probabilities,
      },
      seen,
    );
    const onnxNote = seen.onnx
      ? `ONNX Runtime within ${largestGap(version.golden.probabilities, seen.onnx).toExponential(1)}`
      : `ONNX not tried: ${seen.onnxReason ?? 'no file'}`;
    return { fault, note: `${seen.probabilities.length} golden pictures on ${seen.engine}, ${onnxNote}` };
  }

  private async fetch(folder: string, name: string, version: ModelVersion, sha256: string): Promise<string> {
    const path = join(folder, name);
    await flow(await this.files.stream(version, { sha256 }), createWriteStream(path));
    return path;
  }
}
