import { readFile } from 'node:fs/promises';
import type { SmokeOrder, SmokeReport } from '../deployment/smoke-test.js';
import { INPUT_SIZE, INPUT_VALUES } from '../engine/network.rules.js';
import { INPUT_NAME, OUTPUT_NAME } from '../export/signature.js';
import { loadPredictor } from './serving/load-predictor.js';

async function smoke(order: SmokeOrder): Promise<SmokeReport> {
  const pixels = new Uint8Array(await readFile(order.pixelsPath));
  const predictor = await loadPredictor(order.weightsPath, { enginesDir: order.enginesDir });
  try {
    const { classes, engine, preprocessingDigest } = predictor;
    const flat = order.rows === 0 ? new Float32Array() : await predictor.predict(pixels);
    const onnx = await byOnnxRuntime(order, pixels);
    return { engine, classes, preprocessingDigest, probabilities: rowsOf(flat, classes), ...onnx };
  } finally {
    await predictor.dispose();
  }
}

async function byOnnxRuntime(
  order: SmokeOrder,
  pixels: Uint8Array,
): Promise<Pick<SmokeReport, 'onnx' | 'onnxReason'>> {
  if (order.onnxPath === null || order.rows === 0) return { onnx: null, onnxReason: 'nothing to try' };
  try {
    const ort = await import('onnxruntime-node');
    const session = await ort.InferenceSession.create(order.onnxPath, { intraOpNumThreads: 1 });
    const input = Float32Array.from(pixels.subarray(0, order.rows * INPUT_VALUES), (value) => value / 255);
    const shape = [order.rows, INPUT_SIZE, INPUT_SIZE, 3];
    const answer = await session.run({ [INPUT_NAME]: new ort.Tensor('float32', input, shape) });
    const flat = answer[OUTPUT_NAME]?.data as Float32Array;
    return { onnx: rowsOf(flat, flat.length / order.rows), onnxReason: null };
  } catch (error) {
    return {
      onnx: null,
      onnxReason: error instanceof Error ? (error.message.split('\n')[0] ?? '') : String(error),
    };
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
