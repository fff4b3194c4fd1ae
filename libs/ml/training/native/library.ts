import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import util from 'node:util';
import type * as tfjs from '@tensorflow/tfjs-core';

/** The JavaScript of @tensorflow/tfjs-node-gpu over a TensorFlow library that loaded. */
export interface NativeLibrary {
  tf: Omit<typeof tfjs, 'backend'> & {
    backend(): { binding: { TF_Version: string } };
    node: { loadSavedModel(path: string, tags: string[], signature: string): Promise<SavedModel> };
  };
  /** TensorFlow's own version, e.g. 2.21.0. */
  version: string;
  /** "stock" for the package's own download, else the engine folder's name. */
  origin: string;
  gpu: boolean;
  /** Computing threads of this process. */
  threads: number;
}

type Found = Omit<NativeLibrary, 'threads'>;

/** One signature of a loaded SavedModel. */
export interface SavedModel {
  predict(inputs: Record<string, tfjs.Tensor>): Record<string, tfjs.Tensor>;
  dispose(): void;
}

/** Passport of an engine folder, written by `npm run engine -- install`. */
interface EnginePassport {
  format: 1;
  tensorflow: string;
  gpu: boolean;
  addon: string;
}

const PACKAGE = '@tensorflow/tfjs-node-gpu';
const require = createRequire(import.meta.url);
let loaded: NativeLibrary | string | undefined;

/**
 * Loads the first TensorFlow library that works in this process: the one the stock package downloaded, else the newest
 * engine folder. Returns a sentence why there is none. Only one can ever be loaded in a process; the answer is kept, and
 * so are the `threads` of the first call (undefined: one for each core).
 */
export function loadNativeLibrary(enginesDir: string | undefined, threads?: number): NativeLibrary | string {
  if (loaded === undefined) {
    if (threads !== undefined) limitThreads(threads);
    const found = findLibrary(enginesDir);
    loaded = typeof found === 'string' ? found : { ...found, threads: threads ?? availableParallelism() };
  }
  return loaded;
}

/**
 * The addon opens TensorFlow without options, which leaves its own variables: read when its thread pool is made. Threads
 * of that pool spin between two operations, so that predictions on all of two cores starve whoever decodes and answers.
 */
function limitThreads(threads: number): void {
  // biome-ignore lint/style/noProcessEnv: hands a setting to the C library; reads none.
  Object.assign(process.env, {
    TF_NUM_INTRAOP_THREADS: String(threads),
    TF_NUM_INTEROP_THREADS: String(threads),
  });
}

function findLibrary(enginesDir: string | undefined): Found | string {
  const root = packageFolder();
  if (!root) return `${PACKAGE} is not installed.`;
  const reasons: string[] = [];
  if (existsSync(join(root, 'lib', 'napi-v8', 'tfjs_binding.node'))) {
    const stock = loadWith(null, 'stock', false);
    if (typeof stock !== 'string') return stock;
    reasons.push(`The stock library does not load: ${stock}`);
  } else reasons.push('The stock library was not downloaded.');
  for (const { name, passport } of engineFolders(enginesDir)) {
    const found = loadWith(join(enginesDir!, name, passport.addon), name, passport.gpu);
    if (typeof found !== 'string') return found;
    reasons.push(`Engine folder ${name} does not load: ${found}`);
  }
  if (reasons.length === 1)
    reasons.push('There is no engine folder (`npm run engine -- install` makes one).');
  return reasons.join(' ');
}

/** Whether there is an engine folder for GPUs; loads nothing. */
export function hasGpuEngine(enginesDir: string): boolean {
  return engineFolders(enginesDir).some(({ passport }) => passport.gpu);
}

/** Engine folders with a readable passport, GPU ones first, then by name backwards (newest version first). */
function engineFolders(enginesDir: string | undefined): { name: string; passport: EnginePassport }[] {
  if (!enginesDir || !existsSync(enginesDir)) return [];
  const found = readdirSync(enginesDir).flatMap((name) => {
    try {
      const passport = JSON.parse(
        readFileSync(join(enginesDir, name, 'engine.json'), 'utf8'),
      ) as EnginePassport;
      return passport.format === 1 ? [{ name, passport }] : [];
    } catch {
      return [];
    }
  });
  return found.sort(
    (a, b) =>
      Number(b.passport.gpu) - Number(a.passport.gpu) ||
      b.name.localeCompare(a.name, 'en', { numeric: true }),
  );
}

function loadWith(addon: string | null, origin: string, gpu: boolean): Found | string {
  // The package still calls these; Node 24 no longer has them.
  Object.defineProperty(util, 'isNullOrUndefined', {
    value: (v: unknown) => v === null || v === undefined,
    configurable: true,
  });
  Object.defineProperty(util, 'isArray', { value: Array.isArray, configurable: true });
  const finder = createRequire(require.resolve(`${PACKAGE}/package.json`))(
    '@mapbox/node-pre-gyp/lib/pre-binding.js',
  ) as {
    find: (path: string) => string;
  };
  const { find } = finder;
  // biome-ignore lint/style/noProcessEnv: hands a setting to the C library, which would fill stderr with notices; reads none.
  process.env.TF_CPP_MIN_LOG_LEVEL = '2';
  // TensorFlow leaves oneDNN's kernels out where it sees no AVX-512, although they train twice as fast with AVX2 alone.
  // biome-ignore lint/style/noProcessEnv: hands a setting to the C library, unless whoever started this has decided.
  process.env.TF_ENABLE_ONEDNN_OPTS ??= '1';
  // The package asks this finder where its addon lies; an engine folder answers in its place, nothing is written into node_modules.
  if (addon) finder.find = () => addon;
  try {
    const tf = require(PACKAGE) as NativeLibrary['tf'];
    return { tf, version: tf.backend().binding.TF_Version, origin, gpu };
  } catch (error) {
    return (error instanceof Error ? error.message : String(error)).split('\n')[0]!;
  } finally {
    finder.find = find;
  }
}

function packageFolder(): string | null {
  try {
    return join(require.resolve(`${PACKAGE}/package.json`), '..');
  } catch {
    return null;
  }
}
