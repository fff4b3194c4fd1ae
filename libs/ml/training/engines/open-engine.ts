import { availableParallelism } from 'node:os';
import type { EngineChoice, EngineName, Precision } from '../../engine/contract.js';
import { type NetworkPlan, networkPlan } from '../../engine/network.rules.js';
import type { EngineMaker } from '../check/gradient-check.js';
import { proveEngine } from '../check/proof.js';
import type { RingHandle } from '../input/batch-ring.js';
import type { ComputeEngine } from '../loop/compute-engine.js';
import { TrainingError } from '../loop/training.errors.js';
import { WasmEngine } from '../wasm/wasm-engine.js';

/** More threads than this gain nothing on networks of this size. */
const MOST_THREADS = 8;

/** What an engine is opened for. ring null: predictions only, which need no proof of gradients. */
export interface EngineRequest {
  plan: NetworkPlan;
  rows: number;
  ring: RingHandle | null;
  threads?: number;
  engine?: EngineName;
  enginesDir?: string;
  precision?: Precision;
}

/** What a choice without a training can be asked for. */
export type ChooseOptions = Omit<EngineRequest, 'plan' | 'rows' | 'ring'>;

interface Candidate {
  engine: EngineName;
  maker(): Promise<EngineMaker | string>;
}

/** Threads used where nothing else is asked: all cores, at most eight. */
export function defaultThreads(): number {
  return Math.min(MOST_THREADS, availableParallelism());
}

/** Opens the fastest engine that loads and proves its gradients; the choice tells what was tried and why it was left. */
export async function openEngine(
  request: EngineRequest,
): Promise<{ engine: ComputeEngine; choice: EngineChoice }> {
  const tried: EngineChoice['tried'] = [];
  for (const candidate of candidates(request)) {
    if (request.engine && request.engine !== candidate.engine) continue;
    const maker = await candidate.maker();
    if (typeof maker === 'string') {
      tried.push({ engine: candidate.engine, ok: false, reason: maker });
      continue;
    }
    const opened = await open(request, maker);
    tried.push({ engine: candidate.engine, ok: opened.engine !== null, reason: opened.reason });
    if (!opened.engine) continue;
    const { name, identity } = opened.engine;
    const lost = tried.filter((one) => !one.ok).map((one) => `${one.engine} is out: ${one.reason}`);
    const reason = [...lost, `${candidate.engine}: ${opened.reason}`].join(' ');
    return { engine: opened.engine, choice: { engine: candidate.engine, name, identity, reason, tried } };
  }
  throw new TrainingError(
    tried.some((one) => one.reason.includes('gradient')) ? 'GRADIENT_CHECK_FAILED' : 'ENGINE_UNAVAILABLE',
    `No engine can train here. ${tried.map((one) => `${one.engine}: ${one.reason}`).join(' ')}`,
  );
}

async function open(
  request: EngineRequest,
  maker: EngineMaker,
): Promise<{ engine: ComputeEngine | null; reason: string }> {
  const { plan, rows, ring } = request;
  let engine: ComputeEngine | null = null;
  try {
    engine = await maker(plan, rows, ring);
    if (!ring) return { engine, reason: 'loads.' };
    const proof = await proveEngine(maker, engine, plan.architecture, request);
    if (proof.ok) return { engine, reason: proof.sentence };
    await engine.dispose();
    return { engine: null, reason: proof.sentence };
  } catch (error) {
    await engine?.dispose();
    return { engine: null, reason: error instanceof Error ? error.message : String(error) };
  }
}

function candidates(request: EngineRequest): Candidate[] {
  const threads = request.threads ?? defaultThreads();
  const wasm: EngineMaker = async (plan, rows, ring) => new WasmEngine({ plan, rows, threads, ring });
  return [
    { engine: 'native', maker: () => nativeMaker(request) },
    {
      engine: 'wasm',
      maker: async () => (request.precision === 'BF16' ? 'computes in FP32 only, BF16 was asked for.' : wasm),
    },
  ];
}

async function nativeMaker(request: EngineRequest): Promise<EngineMaker | string> {
  // Imported here: a process that is told to use WebAssembly never loads a TensorFlow.
  const { loadNativeLibrary } = await import('../native/library.js');
  const library = loadNativeLibrary(request.enginesDir, request.threads);
  if (typeof library === 'string') return library;
  const { NativeEngine } = await import('../native/native-engine.js');
  const half = request.precision === 'BF16';
  return (plan, rows, ring) => NativeEngine.create({ library, plan, rows: ring && rows, half });
}

/** Which engine would train here, proven on a small network, without training anything. */
export async function chooseEngine(
  request: Omit<EngineRequest, 'plan' | 'rows' | 'ring'>,
): Promise<EngineChoice> {
  const { BatchRing } = await import('../input/batch-ring.js');
  const ring = BatchRing.create(1, 1, 32 * 32 * 3);
  const plan = networkPlan('SEED_3X3', 2, 32);
  const { engine, choice } = await openEngine({ ...request, plan, rows: 1, ring: ring.handle });
  await engine.dispose();
  return choice;
}
