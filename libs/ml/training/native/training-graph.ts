import type { NetworkPlan } from '../../engine/network.rules.js';
import { attribute, DTYPE, GraphWriter, type SignatureTensor } from './graph-writer.js';
import { NetworkGraph } from './network-graph.js';

/** What a graph is written for; `rows` is the batch of a step. */
export interface TrainingGraphOptions {
  plan: NetworkPlan;
  rows: number;
  half: boolean;
}

/** Names of the kinds of state: weights, first and second moments. */
export const SLOTS = ['w', 'm', 'v'] as const;

const FLOAT = { T: attribute.type(DTYPE.float) };
const FLOAT_VARIABLE = { dtype: attribute.type(DTYPE.float) };

/**
 * Writes a SavedModel whose signatures share one session and its resource variables: `restore` (all slots in), `read`
 * (all slots out), `predict`, a training `step` (one Adam update, dropout by a given mask) and `gradients`. Every update
 * waits for all gradients.
 */
export function writeTrainingGraph(folder: string, { plan, rows, half }: TrainingGraphOptions): void {
  const graph = new GraphWriter();
  const network = new NetworkGraph(graph, plan, half);
  const variables = plan.tensors.map((tensor, i) =>
    Object.fromEntries(SLOTS.map((slot) => [slot, variable(graph, `${slot}${i}`, tensor.shape)])),
  );
  const read = (): string[] => variables.map((v) => graph.add('ReadVariableOp', [v.w!], FLOAT_VARIABLE));
  stateSignatures(graph, plan, variables);
  predictSignature(graph, network, plan, read());
  for (const name of ['step', 'gradients'] as const)
    trainSignature(graph, network, plan, rows, variables, read(), name);
  graph.save(folder);
}

/**
 * Writes a SavedModel with the one signature `predict`, the weights inside: of weights that cannot change TensorFlow
 * keeps the arrangement its kernels want, which it otherwise makes anew for every answer.
 */
export function writePredictingGraph(
  folder: string,
  { plan, weights, half }: { plan: NetworkPlan; weights: readonly Float32Array[]; half: boolean },
): void {
  const graph = new GraphWriter();
  const network = new NetworkGraph(graph, plan, half);
  const constants = plan.tensors.map(({ shape }, i) => graph.floats(shape, weights[i]!));
  predictSignature(graph, network, plan, constants);
  graph.save(folder);
}

/**
 * Pictures, each as a string of its bytes, to softmax. The addon knows no uint8: as int32 four times as much would be
 * widened and copied.
 */
function predictSignature(
  graph: GraphWriter,
  network: NetworkGraph,
  plan: NetworkPlan,
  weights: string[],
): void {
  const pixels = graph.placeholder(DTYPE.string, [-1], 'pixels');
  const uint8 = { out_type: attribute.type(DTYPE.uint8), little_endian: attribute.flag(true) };
  const bytes = graph.add('DecodeRaw', [pixels.node], uint8);
  const pictures = graph.add('Reshape', [bytes, graph.ints([-1, plan.inputSize, plan.inputSize, 3])], {
    T: attribute.type(DTYPE.uint8),
    Tshape: attribute.type(DTYPE.int32),
  });
  const asFloat = network.cast(pictures, DTYPE.uint8, DTYPE.float);
  const scaled = graph.add('RealDiv', [asFloat, graph.floats([], [255])], FLOAT);
  const logits = network.logits(network.forward(scaled, weights).dense2, weights);
  const probabilities = graph.add('Softmax', [logits], FLOAT);
  graph.signature('predict', { pixels }, { p: float(probabilities, [-1, plan.classes]) });
}

function float(node: string, shape: readonly number[]): SignatureTensor {
  return { node, dtype: DTYPE.float, shape };
}

function variable(graph: GraphWriter, name: string, shape: readonly number[]): string {
  const own = {
    ...FLOAT_VARIABLE,
    shape: attribute.shape(shape),
    shared_name: attribute.text(name),
    container: attribute.text(''),
  };
  return graph.add('VarHandleOp', [], own, name);
}

function stateSignatures(graph: GraphWriter, plan: NetworkPlan, variables: Record<string, string>[]): void {
  const inputs: Record<string, SignatureTensor> = {};
  const outputs: Record<string, SignatureTensor> = {};
  const assigned: string[] = [];
  plan.tensors.forEach(({ shape }, i) => {
    for (const slot of SLOTS) {
      const key = `${slot}${i}`;
      const given = graph.placeholder(DTYPE.float, shape, `given_${key}`);
      inputs[key] = given;
      assigned.push(`^${graph.add('AssignVariableOp', [variables[i]![slot]!, given.node], FLOAT_VARIABLE)}`);
      const value = graph.add('ReadVariableOp', [variables[i]![slot]!], FLOAT_VARIABLE);
      outputs[key] = float(graph.add('Identity', [value], FLOAT), shape);
    }
  });
  const done = graph.add('Identity', [graph.floats([], [1]), ...assigned], FLOAT, 'restored');
  graph.signature('restore', inputs, { done: float(done, []) });
  graph.signature('read', { token: graph.placeholder(DTYPE.float, [], 'token') }, outputs);
}

function trainSignature(
  graph: GraphWriter,
  network: NetworkGraph,
  plan: NetworkPlan,
  rows: number,
  variables: Record<string, string>[],
  weights: string[],
  name: 'step' | 'gradients',
): void {
  const x = graph.placeholder(DTYPE.float, [rows, plan.inputSize, plan.inputSize, 3], `${name}_x`);
  const y = graph.placeholder(DTYPE.int32, [rows], `${name}_y`);
  const mask = graph.placeholder(DTYPE.float, [rows, plan.dense[1]!.outputs], `${name}_mask`);
  const trace = network.forward(x.node, weights);
  const hidden = graph.add('Mul', [trace.dense2, mask.node], FLOAT);
  const logits = network.logits(hidden, weights);
  const entropy = graph.add('SparseSoftmaxCrossEntropyWithLogits', [logits, y.node], {
    ...FLOAT,
    Tlabels: attribute.type(DTYPE.int32),
  });
  const overRows = { Tidx: attribute.type(DTYPE.int32), keep_dims: attribute.flag(false) };
  const loss = graph.add('Mean', [entropy, graph.ints([0])], { ...FLOAT, ...overRows });
  const dLogits = graph.add('Mul', [`${entropy}:1`, graph.floats([], [1 / rows])], FLOAT);
  const gradients = network.backward(trace, weights, hidden, mask.node, dLogits, rows);
  if (name === 'gradients') {
    const outputs = Object.fromEntries(gradients.map((g, i) => [`g${i}`, float(g, plan.tensors[i]!.shape)]));
    graph.signature(name, { x, y, mask }, { loss: float(loss, []), ...outputs });
    return;
  }
  const rate = graph.placeholder(DTYPE.float, [], 'rate');
  const all = gradients.map((gradient) => `^${gradient}`);
  const [zero, beta1, beta2, epsilon] = [0, 0.9, 0.999, 1e-7].map((value) => graph.floats([], [value]));
  const adam = { ...FLOAT, use_locking: attribute.flag(false), use_nesterov: attribute.flag(false) };
  // Both powers are zero, because the bias corrections are in the rate already.
  const updates = variables.map(({ w, m, v }, i) => {
    const inputs = [w!, m!, v!, zero!, zero!, rate.node, beta1!, beta2!, epsilon!, gradients[i]!, ...all];
    return `^${graph.add('ResourceApplyAdam', inputs, adam)}`;
  });
  const int = { Tidx: attribute.type(DTYPE.int32), output_type: attribute.type(DTYPE.int32) };
  const axis = graph.add('Const', [], {
    dtype: attribute.type(DTYPE.int32),
    value: attribute.tensor(DTYPE.int32, [], new Uint8Array(Int32Array.of(1).buffer)),
  });
  const answer = graph.add('ArgMax', [logits, axis], { ...FLOAT, ...int });
  const right = graph.add('Equal', [answer, y.node], {
    T: attribute.type(DTYPE.int32),
    incompatible_shape_error: attribute.flag(true),
  });
  const correct = graph.add('Sum', [network.cast(right, DTYPE.bool, DTYPE.float), graph.ints([0])], {
    ...FLOAT,
    ...overRows,
  });
  const outputs = {
    loss: float(graph.add('Identity', [loss, ...updates], FLOAT), []),
    correct: float(correct, []),
  };
  graph.signature(name, { x, y, mask, rate }, outputs);
}
