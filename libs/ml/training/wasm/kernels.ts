import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** Relaxed SIMD multiplies and adds in one rounding, which gives other last bits than plain SIMD: part of an engine's identity. */
export type KernelFlavour = 'relaxed' | 'plain';

type Address = number;

/** To 16 planes, `plane` bytes apart; tiles come in rows, `rows` of them from row `first` on. */
type ToTiles = (
  padded: Address,
  to: Address,
  plane: number,
  size: number,
  c: number,
  first: number,
  rows: number,
) => void;

/** The compiled kernels; what each does is written in `assembly/`. */
export interface Kernels {
  convolve(
    padded: Address,
    packed: Address,
    out: Address,
    size: number,
    k: number,
    inC: number,
    outC: number,
  ): void;
  kernelGradient(
    padded: Address,
    dy: Address,
    to: Address,
    size: number,
    k: number,
    inC: number,
    outC: number,
  ): void;
  packKernel(kernel: Address, packed: Address, taps: number, inC: number, outC: number): void;
  packKernelFlipped(kernel: Address, packed: Address, taps: number, inC: number, outC: number): void;
  poolBiasRelu(
    x: Address,
    bias: Address,
    out: Address,
    outRow: number,
    winner: Address,
    size: number,
    c: number,
  ): void;
  poolBiasReluGradient(
    g: Address,
    winner: Address,
    dy: Address,
    biasGradient: Address,
    size: number,
    border: number,
    c: number,
  ): void;
  tileInputs: ToTiles;
  tileGradients: ToTiles;
  tileOutputs(
    from: Address,
    plane: number,
    out: Address,
    size: number,
    c: number,
    first: number,
    rows: number,
  ): void;
  tilePoolBiasRelu(
    from: Address,
    plane: number,
    bias: Address,
    out: Address,
    outRow: number,
    winner: Address,
    size: number,
    c: number,
    first: number,
    rows: number,
  ): void;
  tileKernel(kernel: Address, to: Address, inC: number, outC: number): void;
  tileKernelFlipped(tiled: Address, to: Address, inC: number, outC: number): void;
  tileKernelGradient(from: Address, gradient: Address, inC: number, outC: number): void;
  multiply(
    a: Address,
    aRow: number,
    aInner: number,
    b: Address,
    bRow: number,
    bBlock: number,
    c: Address,
    cRow: number,
    rows: number,
    cols: number,
    inner: number,
  ): void;
  /** The same, added to what c holds. */
  multiplyAdd: Kernels['multiply'];
  multiplyTransposed(
    y: Address,
    yRow: number,
    w: Address,
    wRow: number,
    x: Address,
    xRow: number,
    rows: number,
    cols: number,
    inner: number,
  ): void;
  addBias(x: Address, bias: Address, rows: number, cols: number, stride: number): void;
  addBiasRelu(x: Address, bias: Address, rows: number, cols: number, stride: number): void;
  reluGradient(g: Address, y: Address, rows: number, cols: number, stride: number): void;
  elementwiseProduct(
    x: Address,
    factor: Address,
    out: Address,
    rows: number,
    cols: number,
    stride: number,
  ): void;
  columnSums(x: Address, out: Address, rows: number, cols: number, stride: number): void;
  adam(
    p: Address,
    m: Address,
    v: Address,
    gradient: Address,
    shards: number,
    shardBytes: number,
    count: number,
    beta1: number,
    beta2: number,
    rate: number,
    epsilon: number,
  ): void;
  loadPixels(from: Address, to: Address, size: number, border: number): void;
}

/** The kernels were not built; the message says how to. */
export class KernelsMissingError extends Error {
  constructor(folder: string) {
    super(`The WASM kernels are missing in ${folder}; \`npm run build\` makes them.`);
    this.name = 'KernelsMissingError';
  }
}

/** Compiles the relaxed kernels where this Node validates them, else the plain ones (`flavour` forces one). */
export function compileKernels(flavour?: KernelFlavour): {
  module: WebAssembly.Module;
  flavour: KernelFlavour;
} {
  const folder = kernelFolder();
  const read = (name: KernelFlavour): Buffer<ArrayBuffer> =>
    Buffer.from(readFileSync(join(folder, `${name}.wasm`)));
  const chosen = flavour ?? (WebAssembly.validate(read('relaxed')) ? 'relaxed' : 'plain');
  return { module: new WebAssembly.Module(read(chosen)), flavour: chosen };
}

/** The folder of the compiled kernels; throws KernelsMissingError. */
export function kernelFolder(): string {
  let folder = dirname(fileURLToPath(import.meta.url));
  while (!existsSync(join(folder, 'package.json')) && dirname(folder) !== folder) folder = dirname(folder);
  const kernels = join(folder, 'dist', 'kernels');
  if (!existsSync(join(kernels, 'relaxed.wasm'))) throw new KernelsMissingError(kernels);
  return kernels;
}

/** The kernels of an instance; throws when it exports something else. */
export function kernelsOf({ exports }: WebAssembly.Instance): Kernels {
  if (!areKernels(exports)) throw new TypeError('The WebAssembly module exports no kernels.');
  return exports;
}

function areKernels(exports: WebAssembly.Exports): exports is WebAssembly.Exports & Kernels {
  return typeof exports.convolve === 'function' && typeof exports.multiply === 'function';
}
