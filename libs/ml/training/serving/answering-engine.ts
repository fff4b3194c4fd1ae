import { availableParallelism } from 'node:os';
import type { PredictorOptions, ServingEngine } from '../../engine/contract.js';
import { hasGpuEngine } from '../native/library.js';

/** More threads than this gain nothing on networks of this size. */
const MOST_THREADS = 8;

/**
 * How a model that answers requests is opened. A few pictures at a time, which is what requests bring, cost WebAssembly no
 * more than TensorFlow on the same processor, and it leaves the thread that reads requests free: `auto` takes TensorFlow
 * only where it drives a GPU. Half of the cores compute, the others decode and answer.
 */
export function answeringOptions(enginesDir: string, wanted: ServingEngine): PredictorOptions {
  const native = wanted === 'native' || (wanted === 'auto' && hasGpuEngine(enginesDir));
  const threads = Math.min(MOST_THREADS, Math.max(1, Math.floor(availableParallelism() / 2)));
  // Left out, the engine is TensorFlow where it loads, else WebAssembly.
  return { enginesDir, threads, ...(native ? {} : { engine: 'wasm' as const }) };
}
