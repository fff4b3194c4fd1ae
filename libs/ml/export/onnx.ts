import type { Weights, WeightsTensor } from '../engine/weights-file.js';
import { encodeOnnx, type OnnxNode, type OnnxTensor } from './onnx-proto.js';
import { INPUT_NAME, OUTPUT_NAME } from './signature.js';

/**
 * Writes a model as ONNX: input [N, 96, 96, 3] float32 0..1, output [N, classes] softmax. Convolutions want channels
 * first, so the picture is transposed on the way in and back before it is laid out: without the second transpose the
 * first dense layer would read its 4,608 numbers in the wrong order.
 */
export function toOnnx(weights: Weights, metadata: Record<string, string>): Uint8Array {
  const { plan } = weights;
  const tensors = new Map(weights.tensors.map((tensor) => [tensor.name, tensor]));
  const tensor = (name: string): WeightsTensor => tensors.get(name) as WeightsTensor;
  const nodes: OnnxNode[] = [
    { op: 'Transpose', inputs: [INPUT_NAME], output: 'nchw', attributes: { perm: [0, 3, 1, 2] } },
  ];
  const constants: OnnxTensor[] = [];
  let last = 'nchw';
  const add = (op: string, output: string, inputs: string[], attributes?: OnnxNode['attributes']): void => {
    nodes.push({ op, inputs: [last, ...inputs], output, attributes });
    last = output;
  };
  for (const { name, kernel } of plan.convs) {
    const pad = (kernel - 1) / 2;
    constants.push(outInHeightWidth(tensor(`${name}/kernel`)), bias(tensor(`${name}/bias`)));
    add('Conv', `${name}/conv`, [`${name}/kernel`, `${name}/bias`], {
      kernel_shape: [kernel, kernel],
      pads: [pad, pad, pad, pad],
      strides: [1, 1],
    });
    add('Relu', `${name}/relu`, []);
    add('MaxPool', `${name}/pool`, [], { kernel_shape: [2, 2], strides: [2, 2] });
  }
  add('Transpose', 'nhwc', [], { perm: [0, 2, 3, 1] });
  add('Flatten', 'flat', [], { axis: 1 });
  plan.dense.forEach(({ name }, i) => {
    const { shape, values } = tensor(`${name}/kernel`);
    constants.push({ name: `${name}/kernel`, dims: shape, values }, bias(tensor(`${name}/bias`)));
    add('Gemm', `${name}/sum`, [`${name}/kernel`, `${name}/bias`]);
    if (i < plan.dense.length - 1) add('Relu', `${name}/relu`, []);
  });
  add('Softmax', OUTPUT_NAME, [], { axis: -1 });
  return encodeOnnx({
    name: 'untoil',
    nodes,
    tensors: constants,
    input: { name: INPUT_NAME, dims: ['N', 96, 96, 3] },
    output: { name: OUTPUT_NAME, dims: ['N', plan.classes] },
    metadata,
  });
}

const bias = ({ name, shape, values }: WeightsTensor): OnnxTensor => ({ name, dims: shape, values });

// [height, width, in, out] -> [out, in, height, width]
function outInHeightWidth({ name, shape, values }: WeightsTensor): OnnxTensor {
  const [height, width, input, output] = shape as [number, number, number, number];
  const turned = new Float32Array(values.length);
  let at = 0;
  for (let o = 0; o < output; o++) {
    for (let i = 0; i < input; i++) {
      for (let p = 0; p < height * width; p++) turned[at++] = values[(p * input + i) * output + o] as number;
    }
  }
  return { name, dims: [output, input, height, width], values: turned };
}
