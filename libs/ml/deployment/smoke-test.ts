import type { ServingEngine } from '../engine/contract.js';

/** What a fresh process needs to try a version. Paths on this machine. */
export interface SmokeOrder {
  /** Null: only the ONNX file is asked. */
  weightsPath: string | null;
  onnxPath: string | null;
  /** uint8 RGB [rows, 96, 96, 3]. */
  pixelsPath: string;
  rows: number;
  enginesDir: string;
  /** The one that will answer requests. */
  engine: ServingEngine;
}

/** What the fresh process saw. */
export interface SmokeReport {
  engine: string;
  preprocessingDigest: string;
  classes: number;
  /** Probabilities [rows, classes]. */
  probabilities: number[][];
  /** The same from ONNX Runtime; null where it does not load, with the reason. */
  onnx: number[][] | null;
  onnxReason: string | null;
}

/** Port: loads a version's files in a process that has never seen it. Rejects with one sentence when it cannot. */
export abstract class SmokeTest {
  abstract run(order: SmokeOrder, signal?: AbortSignal): Promise<SmokeReport>;
}
