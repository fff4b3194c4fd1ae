import { open, readFile } from 'node:fs/promises';
import type { SmokeOrder, SmokeReport } from '../deployment/smoke-test.js';
import { INPUT_SIZE, INPUT_VALUES } from '../engine/network.rules.js';
import { INPUT_NAME, OUTPUT_NAME } from '../export/signature.js';
import { answeringOptions } from './serving/answering-engine.js';
import { loadPredictor } from './serving/load-predictor.js';

/** Pictures for ONNX Runtime at a time: 7 MB as numbers. */
const ONNX_ROWS = 64;

async function smoke(order: SmokeOrder): Promise<SmokeReport> {
  const own = order.weightsPath === null ? NOTHING : await byOwnEngine(order, order.weightsPath);
  return { ...own, ...(await byOnnxRuntime(order)) };
}

type OwnAnswers = Omit<SmokeReport, 'onnx' | 'onnxReason'>;
const NOTHING: OwnAnswers = { engine: '', classes: 0, preprocessingDigest: '', probabilities: [] };

async function byOwnEngine(order: SmokeOrder, weightsPath: string): Promise<OwnAnswers> {
  const predictor = await loadPredictor(weightsPath, answeringOptions(order.enginesDir, order.engine));
  try {
    const { classes, engine, preprocessingDigest } = predictor;
    const pixels = new Uint8Array(await readFile(order.pixelsPath));
    const flat = order.rows === 0 ? new Float32Array() : await predictor.predict(pixels);
    return { engine, classes, preprocessingDigest, probabilities: rowsOf(flat, classes) };
  } finally {
    await predictor.dispose();
  }
}

async function byOnnxRuntime(order: SmokeOrder): Promise<Pick<SmokeReport, 'onnx' | 'onnxReason'>> {
  if (order.onnxPath === null || order.rows === 0) return { onnx: null, onnxReason: 'nothing to try' };
  const file = await open(order.pixelsPath);
  try {
    const ort = await import('onnxruntime-node');
    const session = await ort.InferenceSession.create(order.onnxPath, { intraOpNumThreads: 1 });
    const onnx: number[][] = [];
    for (let row = 0; row < order.rows; row += ONNX_ROWS) {
      const rows = Math.min(ONNX_ROWS, order.rows - row);
      const bytes = new Uint8Array(rows * INPUT_VALUES);
      await file.read(bytes, 0, bytes.length, row * INPUT_VALUES);
      const input = Float32Array.from(bytes, (value) => value / 255);
      const tensor = new ort.Tensor('float32', input, [rows, INPUT_SIZE, INPUT_SIZE, 3]);
      const answer = await session.run({ [INPUT_NAME]: tensor });
      const flat = answer[OUTPUT_NAME]?.data as Float32Array;
      onnx.push(...rowsOf(flat, flat.length / rows));
    }
    return { onnx, onnxReason: null };
  } catch (error) {
    return {
      onnx: null,
      onnxReason: error instanceof Error ? (error.message.split('\n')[0] ?? '') : String(error),
    };
  } finally {
    await file.close();
  }
}

function rowsOf(flat: Float32Array, width: number): number[][] {
  return Array.from({ length: width === 0 ? 0 : flat.length / width }, (_, i) => [
    ...flat.subarray(i * width, (i + 1) * width),
  ]);
}

process.on('disconnect', () => process.exit(0));
process.on('message', (order: SmokeOrder) => {
  smoke(order)
    .then(
      (report) => process.send?.({ report }),
      (error: unknown) => process.send?.({ error: error instanceof Error ? error.message : String(error) }),
    )
    .finally(() => process.disconnect?.());
});
