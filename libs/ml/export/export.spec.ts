import { describe, expect, it } from 'vitest';
import { networkPlan } from '../engine/network.rules.js';
import { encodeWeights, readWeights } from '../engine/weights-file.js';
import { exportModel } from './export-model.js';
import { INPUT_NAME, modelContract, OUTPUT_NAME } from './signature.js';

const LABELS = ['kim', 'lee', 'park'];
const PICTURES = 6;

// A fixed sequence instead of a random one: the same weights on every machine.
function numbers(length: number, scale: number, seed: number): Float32Array {
  let state = seed;
  return Float32Array.from({ length }, () => {
    state = (Math.imul(state, 1664525) + 1013904223) | 0;
    return (state / 2 ** 31) * scale;
  });
}

async function exported(architecture: 'SEED_3X3' | 'SEED_5X5') {
  const plan = networkPlan(architecture, LABELS.length);
  const values = plan.tensors.map(({ length, fanIn }, i) =>
    numbers(length, fanIn > 0 ? Math.sqrt(6 / fanIn) : 0.1, i + 1),
  );
  const origin = { seed: 1, steps: 1, dataDigest: 'd', engineIdentity: 'e' };
  const weights = await readWeights(encodeWeights(plan, values, origin));
  const contract = modelContract({
    pipeline: 'faces',
    version: 3,
    labels: LABELS,
    rejectBelow: 0.4,
    weightsSha256: weights.sha256,
    policy: { sizePolicy: 'RESIZE', expandGrey: true },
  });
  const pixels = Uint8Array.from(numbers(PICTURES * 96 * 96 * 3, 127, 9), (value) => value + 128);
  const files = await exportModel(weights, contract, {
    pixels: pixels.subarray(0, 96 * 96 * 3),
    probabilities: [1, 0, 0],
  });
  const file = (name: string): Buffer => files.find((one) => one.name === name)!.data;
  return { file, files, input: Float32Array.from(pixels, (value) => value / 255) };
}

async function byTensorFlow(
  modelJson: Buffer,
  weightsBin: Buffer,
  input: Float32Array,
): Promise<Float32Array> {
  const tf = await import('@tensorflow/tfjs-core');
  await import('@tensorflow/tfjs-backend-cpu');
  const layers = await import('@tensorflow/tfjs-layers');
  await tf.setBackend('cpu');
  const { modelTopology, weightsManifest } = JSON.parse(modelJson.toString());
  const model = await layers.loadLayersModel(
    tf.io.fromMemory({
      modelTopology,
      weightSpecs: weightsManifest[0].weights,
      weightData: new Uint8Array(weightsBin).buffer,
    }),
  );
  // TensorFlow.js numbers the input of a second model in one process: "image_1".
  expect([model.inputs[0]?.name.replace(/_\d+$/, ''), model.layers.at(-1)?.name]).toEqual([
    INPUT_NAME,
    OUTPUT_NAME,
  ]);
  const answer = model.predict(tf.tensor4d(input, [PICTURES, 96, 96, 3])) as {
    data(): Promise<Float32Array>;
  };
  return answer.data();
}

async function byOnnxRuntime(model: Buffer, input: Float32Array): Promise<Float32Array | null> {
  const ort = await import('onnxruntime-node').catch(() => null);
  if (!ort) return null;
  const session = await ort.InferenceSession.create(model);
  expect([session.inputNames, session.outputNames]).toEqual([[INPUT_NAME], [OUTPUT_NAME]]);
  const answer = await session.run({ [INPUT_NAME]: new ort.Tensor('float32', input, [PICTURES, 96, 96, 3]) });
  return answer[OUTPUT_NAME]!.data as Float32Array;
}

const largestGap = (a: Float32Array, b: Float32Array): number =>
  a.reduce((gap, value, i) => Math.max(gap, Math.abs(value - b[i]!)), 0);

describe('modelContract', () => {
  it.each([
    ['RESIZE', true, 'area average to 96x96, each value rounded half up to a whole one; grey becomes'],
    ['CENTER_CROP', true, 'the middle square, then area average to 96x96, each value rounded'],
    ['STRICT', false, 'none: other sizes than 96x96 are refused; grey is refused'],
  ] as const)(
    'says what the policy %s does with a picture before the network sees it',
    (sizePolicy, expandGrey, words) => {
      const { input } = modelContract({
        pipeline: 'faces',
        version: 1,
        labels: LABELS,
        rejectBelow: 0.5,
        weightsSha256: '0',
        policy: { sizePolicy, expandGrey },
      });
      expect(input.resize).toContain(words);
    },
  );
});

describe('exportModel', () => {
  it.each(['SEED_3X3', 'SEED_5X5'] as const)(
    'writes %s so that TensorFlow.js and ONNX Runtime answer alike',
    async (architecture) => {
      const { file, input } = await exported(architecture);
      const tfjs = await byTensorFlow(file('model.json'), file('weights.bin'), input);
      expect(tfjs).toHaveLength(PICTURES * LABELS.length);
      expect(new Set(tfjs).size).toBeGreaterThan(LABELS.length);
      const onnx = await byOnnxRuntime(file('model.onnx'), input);
      if (onnx) expect(largestGap(tfjs, onnx)).toBeLessThanOrEqual(1e-5);
      else expect(file('model.onnx').length).toBeGreaterThan(10_000_000);
    },
    120_000,
  );

  it('names input, output, range and labels, and lists every checksum', async () => {
    const { file, files } = await exported('SEED_3X3');
    expect(JSON.parse(file('contract.json').toString())).toMatchObject({
      input: { name: 'image', shape: [1, 96, 96, 3], range: [0, 1], colour: 'RGB' },
      output: { name: 'prediction', shape: [1, 3], softmaxApplied: true },
      labels: LABELS,
      rejectBelow: 0.4,
    });
    expect(file('labels.txt').toString()).toBe('kim\nlee\npark\n');
    expect(file('SHA256SUMS').toString().trim().split('\n')).toHaveLength(files.length - 1);
  });
});
