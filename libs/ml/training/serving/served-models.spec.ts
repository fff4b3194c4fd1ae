import { createHash } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { networkPlan } from '../../engine/network.rules.js';
import { preprocessingDigest } from '../../engine/preprocessing.rules.js';
import { encodeWeights } from '../../engine/weights-file.js';
import type { ServedPipeline } from '../../serving/protocol.js';
import { initialWeights } from '../random/init.rules.js';
import { ServedModels } from './served-models.js';

const plan = networkPlan('SEED_3X3', 2);
const weights = encodeWeights(plan, initialWeights(plan, 1), {
  seed: 1,
  steps: 1,
  dataDigest: 'd',
  engineIdentity: 'e',
});

describe('ServedModels', () => {
  const folder = mkdtempSync(join(tmpdir(), 'untoil-served-'));
  const weightsPath = join(folder, 'weights');
  writeFileSync(weightsPath, weights);
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  beforeAll(async () => {
    const { buildKernels } = (await import('../../../../tools/build-kernels.mjs' as string)) as {
      buildKernels(): Promise<boolean>;
    };
    await buildKernels();
  });

  it('keeps a model that no route names any more until the requests that found it are answered', async () => {
    const version = {
      modelVersionId: 'mdl_1',
      number: 1,
      weightsPath,
      weightsSha256: createHash('sha256').update(weights).digest('hex'),
      refusal: null,
      classNames: ['a', 'b'],
      rejectBelow: 0,
      preprocessingDigest: preprocessingDigest(),
    };
    const route: ServedPipeline = {
      key: 'bars',
      policy: { sizePolicy: 'RESIZE', expandGrey: true },
      live: version,
      trial: null,
      standby: null,
    };
    const models = new ServedModels(join(folder, 'engines'), (_, reason) => expect.fail(reason));
    await models.apply([route]);
    // Between finding the model and asking it, the picture is decoded: here, until the routes have changed.
    let decoded = (): void => undefined;
    const decoding = new Promise<void>((resolve) => {
      decoded = resolve;
    });
    const answer = models.during(async () => {
      const found = models.model(version);
      await decoding;
      return found?.batcher.ask(new Uint8Array(96 * 96 * 3));
    });
    await models.apply([]);
    expect(models.versions).toEqual([]);
    decoded();
    expect(await answer).toHaveLength(2);
  }, 60_000);
});
