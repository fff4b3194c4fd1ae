import { createHash } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { networkPlan } from '../../engine/network.rules.js';
import { preprocessingDigest } from '../../engine/preprocessing.rules.js';
import { encodeWeights } from '../../engine/weights-file.js';
import type { ServedVersion } from '../../serving/protocol.js';
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

  const sha256 = createHash('sha256').update(weights).digest('hex');
  const versionOf = (id: number) => ({
    modelVersionId: `mdl_${id}`,
    number: id,
    weightsPath,
    weightsSha256: sha256,
    refusal: null,
    classNames: ['a', 'b'],
    rejectBelow: 0,
    preprocessingDigest: preprocessingDigest(),
  });
  const routeOf = (key: string, live: ServedVersion | null, standby: ServedVersion | null = null) => ({
    key,
    policy: { sizePolicy: 'RESIZE' as const, expandGrey: true },
    live,
    trial: null,
    standby,
  });
  const served = () => new ServedModels({ engine: 'wasm' }, (_, reason) => expect.fail(reason));

  it('goes back to a standby at once, also while another pipeline loads a model', async () => {
    const models = served();
    const [old, bad, other] = [versionOf(1), versionOf(2), versionOf(3)];
    await models.apply([routeOf('bars', bad, old)]);
    const loading = models.apply([routeOf('bars', bad, old), routeOf('faces', other)]);
    const back = models.apply([routeOf('bars', old), routeOf('faces', other)]);
    expect(models.route('bars')?.live).toBe(old);
    expect(models.route('faces')).toBeNull();
    await Promise.all([loading, back]);
    expect(models.route('faces')?.live).toBe(other);
    expect(models.versions).toEqual(['mdl_1', 'mdl_3']);
  }, 60_000);

  it('keeps the route before until a new live model is loaded', async () => {
    const models = served();
    const [old, next] = [versionOf(1), versionOf(2)];
    await models.apply([routeOf('bars', old)]);
    const loading = models.apply([routeOf('bars', next)]);
    expect(models.model(models.route('bars')?.live ?? null)?.version).toBe(old);
    await loading;
    expect(models.model(models.route('bars')?.live ?? null)?.version).toBe(next);
    expect(models.versions).toEqual(['mdl_2']);
  }, 60_000);

  it('keeps a model that no route names any more until the requests that found it are answered', async () => {
    const version = versionOf(1);
    const models = served();
    await models.apply([routeOf('bars', version)]);
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
