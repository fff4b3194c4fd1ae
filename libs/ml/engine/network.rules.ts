import type { Architecture } from './contract.js';

/** Height and width of the pictures that both networks take. */
export const INPUT_SIZE = 96;
/** Values of one input picture: 96 x 96 x 3. */
export const INPUT_VALUES = INPUT_SIZE * INPUT_SIZE * 3;

/** One convolution, stride 1 SAME, followed by a 2x2 max-pool, bias and relu. `size` is the input's height and width. */
export interface ConvPlan {
  name: string;
  kernel: number;
  size: number;
  inChannels: number;
  outChannels: number;
}

/** One dense layer [inputs, outputs]; all but the last have a relu. */
export interface DensePlan {
  name: string;
  inputs: number;
  outputs: number;
}

/** One trainable tensor. fanIn is 0 for biases, which start at zero. */
export interface TensorPlan {
  name: string;
  shape: number[];
  length: number;
  fanIn: number;
}

/** A network as data: what engines compute, exports name and the inspector shows. */
export interface NetworkPlan {
  architecture: Architecture;
  classes: number;
  /** Height and width of the input; 96 everywhere but in the engines' own checks. */
  inputSize: number;
  convs: ConvPlan[];
  dense: DensePlan[];
  tensors: TensorPlan[];
}

const CHANNELS = [3, 16, 32, 64, 128] as const;
const KERNELS: Record<Architecture, readonly number[]> = { SEED_3X3: [3, 3, 3, 3], SEED_5X5: [3, 3, 3, 5] };

/** Lays out a face network for a number of classes; tensors in the order that every weights file keeps. inputSize % 32 == 0. */
export function networkPlan(
  architecture: Architecture,
  classes: number,
  inputSize = INPUT_SIZE,
): NetworkPlan {
  const kernels = KERNELS[architecture];
  const convs = kernels.map((kernel, i): ConvPlan => {
    const size = inputSize >> i;
    return { name: `conv${i + 1}`, kernel, size, inChannels: CHANNELS[i]!, outChannels: CHANNELS[i + 1]! };
  });
  const edge = inputSize >> convs.length;
  const flat = edge * edge * CHANNELS[4];
  const dense: DensePlan[] = [
    { name: 'dense1', inputs: flat, outputs: 512 },
    { name: 'dense2', inputs: 512, outputs: 256 },
    { name: 'logits', inputs: 256, outputs: classes },
  ];
  return { architecture, classes, inputSize, convs, dense, tensors: tensorPlans(convs, dense) };
}

function tensorPlans(convs: ConvPlan[], dense: DensePlan[]): TensorPlan[] {
  const tensor = (name: string, shape: number[], fanIn: number): TensorPlan => ({
    name,
    shape,
    length: shape.reduce((product, side) => product * side, 1),
    fanIn,
  });
  return [
    ...convs.flatMap((c) => [
      tensor(
        `${c.name}/kernel`,
        [c.kernel, c.kernel, c.inChannels, c.outChannels],
        c.kernel ** 2 * c.inChannels,
      ),
      tensor(`${c.name}/bias`, [c.outChannels], 0),
    ]),
    ...dense.flatMap((d) => [
      tensor(`${d.name}/kernel`, [d.inputs, d.outputs], d.inputs),
      tensor(`${d.name}/bias`, [d.outputs], 0),
    ]),
  ];
}

/** Number of trainable values. */
export function parameterCount(plan: NetworkPlan): number {
  return plan.tensors.reduce((sum, tensor) => sum + tensor.length, 0);
}
