import { createWriteStream } from 'node:fs';
import { mkdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { pipeline as flow } from 'node:stream/promises';
import { Inject, Injectable } from '@nestjs/common';
import { CONFIG, type Config, Ids, LOG, type Log, ObjectStore } from '#platform';
import { SmokeTest } from '../deployment/smoke-test.js';
import type { OnnxProof } from './model-version.entity.js';
import { onnxProof } from './onnx-proof.rules.js';

/** An export and the answers that it must give. Addresses in the object store. */
export interface OnnxCase {
  onnxSha256: string;
  /** uint8 RGB [rows, 96, 96, 3]. */
  pixelsSha256: string;
  rows: number;
  /** What the model itself answered, [rows, classes]. */
  probabilities: Float32Array;
}

/** Asks ONNX Runtime every validation picture, in a process of its own. */
@Injectable()
export class OnnxProver {
  @Inject(LOG) private readonly log: Log;

  constructor(
    @Inject(CONFIG) private readonly config: Config,
    private readonly store: ObjectStore,
    private readonly smoke: SmokeTest,
    private readonly ids: Ids,
  ) {}

  /** Null where ONNX Runtime does not load. */
  async prove(asked: OnnxCase, signal?: AbortSignal): Promise<OnnxProof | null> {
    const folder = join(this.config.dataDir, 'smoke', this.ids.next('onx'));
    await mkdir(folder, { recursive: true });
    const fetched = async (name: string, sha256: string) => {
      await flow(await this.store.stream(sha256), createWriteStream(join(folder, name)));
      return join(folder, name);
    };
    try {
      const { onnx, onnxReason } = await this.smoke.run(
        {
          weightsPath: null,
          onnxPath: await fetched('model.onnx', asked.onnxSha256),
          pixelsPath: await fetched('pixels', asked.pixelsSha256),
          rows: asked.rows,
          enginesDir: join(this.config.dataDir, 'engines'),
          engine: this.config.servingEngine,
        },
        signal,
      );
      if (onnx) return onnxProof(asked.probabilities, onnx);
      this.log.warn({ reason: onnxReason }, 'the ONNX export is not proven');
      return null;
    } finally {
      await rm(folder, { recursive: true, force: true });
    }
  }
}
