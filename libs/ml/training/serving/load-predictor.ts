import type { Architecture, Predictor, PredictorOptions } from '../../engine/contract.js';
import { PredictorLoader } from '../../engine/contract.js';
import { INPUT_VALUES } from '../../engine/network.rules.js';
import { readWeights, type WeightsHeader } from '../../engine/weights-file.js';
import { openEngine } from '../engines/open-engine.js';
import type { ComputeEngine } from '../loop/compute-engine.js';

/** Pictures computed in one go; larger requests are cut. */
const ROWS = 32;

/** Opens a weights file (path or bytes) for predictions; rejects with WeightsDamagedError when it is not exactly as written. */
export async function loadPredictor(
  weights: string | Uint8Array,
  options: PredictorOptions = {},
): Promise<Predictor> {
  const { header, plan, tensors } = await readWeights(weights);
  const { threads = 1, engine: wanted, enginesDir } = options;
  const { engine } = await openEngine({ plan, rows: ROWS, ring: null, threads, engine: wanted, enginesDir });
  await engine.restore({ weights: tensors.map((tensor) => tensor.values) });
  return new EnginePredictor(engine, header);
}

/**
 * The port's implementation. In WebAssembly unless told otherwise: it is used in the worker, which never loads a TensorFlow
 * and must not be blocked by one.
 */
export class EnginePredictorLoader extends PredictorLoader {
  load(weights: string | Uint8Array, options?: PredictorOptions): Promise<Predictor> {
    return loadPredictor(weights, { engine: 'wasm', ...options });
  }
}

/** One engine, one request after the other. */
class EnginePredictor implements Predictor {
  readonly architecture: Architecture;
  readonly classes: number;
  readonly preprocessingDigest: string;
  readonly engine: string;
  private readonly compute: ComputeEngine;
  private last: Promise<unknown> = Promise.resolve();

  constructor(compute: ComputeEngine, header: WeightsHeader) {
    this.compute = compute;
    this.architecture = header.architecture;
    this.classes = header.classes;
    this.preprocessingDigest = header.preprocessingDigest;
    this.engine = compute.name;
  }

  predict(pixels: Uint8Array): Promise<Float32Array> {
    if (pixels.length === 0 || pixels.length % INPUT_VALUES !== 0) {
      return Promise.reject(
        new RangeError(`${pixels.length} bytes are no whole number of 96x96 RGB pictures`),
      );
    }
    const answer = this.last.then(() => this.compute.probabilities(pixels));
    this.last = answer.catch(() => undefined);
    return answer;
  }

  async dispose(): Promise<void> {
    await this.last;
    await this.compute.dispose();
  }
}
