import type { Weights } from '../engine/weights-file.js';
import { INPUT_NAME, OUTPUT_NAME } from './signature.js';

/** A TensorFlow.js layers model: `tf.loadLayersModel` reads model.json, which names weights.bin beside it. */
export interface TfjsFiles {
  modelJson: Buffer;
  weightsBin: Buffer;
}

/** Writes a model in TensorFlow.js' layers format; weights little-endian, row-major, in manifest order. */
export function toTfjs(weights: Weights, metadata: Record<string, unknown>): TfjsFiles {
  const last = weights.plan.dense.at(-1)?.name ?? '';
  const specs = weights.tensors.map(({ name, shape }) => ({
    name: name.startsWith(`${last}/`) ? `${OUTPUT_NAME}${name.slice(last.length)}` : name,
    shape,
    dtype: 'float32',
  }));
  const model = {
    format: 'layers-model',
    generatedBy: 'untoil',
    convertedBy: null,
    modelTopology: {
      class_name: 'Sequential',
      config: { name: 'untoil', layers: layers(weights) },
      keras_version: 'tfjs-layers 4.22.0',
      backend: 'tensor_flow.js',
    },
    weightsManifest: [{ paths: ['weights.bin'], weights: specs }],
    signature: {
      inputs: { [INPUT_NAME]: { name: INPUT_NAME, dtype: 'DT_FLOAT' } },
      outputs: { [OUTPUT_NAME]: { name: OUTPUT_NAME, dtype: 'DT_FLOAT' } },
    },
    userDefinedMetadata: metadata,
  };
  const parts = weights.tensors.map(({ values }) =>
    Buffer.from(values.buffer, values.byteOffset, values.byteLength),
  );
  return { modelJson: Buffer.from(JSON.stringify(model)), weightsBin: Buffer.concat(parts) };
}

function layers({ plan }: Weights): object[] {
  const made: object[] = [];
  plan.convs.forEach((conv, i) => {
    // A model calls its ends by the names of its first and last layer.
    if (i === 0)
      made.push({
        class_name: 'InputLayer',
        config: {
          name: INPUT_NAME,
          batch_input_shape: [null, conv.size, conv.size, conv.inChannels],
          dtype: 'float32',
          sparse: false,
        },
      });
    made.push(
      layer('Conv2D', conv.name, {
        filters: conv.outChannels,
        kernel_size: [conv.kernel, conv.kernel],
        strides: [1, 1],
        padding: 'same',
        data_format: 'channels_last',
        activation: 'relu',
        use_bias: true,
      }),
      layer('MaxPooling2D', `${conv.name}_pool`, { pool_size: [2, 2], strides: [2, 2], padding: 'same' }),
    );
  });
  made.push(layer('Flatten', 'flatten', {}));
  plan.dense.forEach((dense, i) => {
    const isLast = i === plan.dense.length - 1;
    made.push(
      layer('Dense', isLast ? OUTPUT_NAME : dense.name, {
        units: dense.outputs,
        activation: isLast ? 'softmax' : 'relu',
        use_bias: true,
      }),
    );
  });
  return made;
}

const layer = (class_name: string, name: string, config: object): object => ({
  class_name,
  config: { name, trainable: true, ...config },
});
