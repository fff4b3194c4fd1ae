import type { NetworkPlan } from '../../engine/network.rules.js';
import { type Attribute, attribute, DTYPE, type GraphWriter } from './graph-writer.js';

/** What the backward pass needs from one convolution's forward pass. */
interface ConvTrace {
  input: string;
  kernel: string;
  convolved: string;
  pooled: string;
  out: string;
}

/** Node names of a forward pass up to the second dense layer, before dropout. */
export interface ForwardTrace {
  convs: ConvTrace[];
  flat: string;
  dense1: string;
  dense2: string;
}

/**
 * The operations of a face network, for one way of computing: in float32, or with the convolutions in bfloat16 while
 * weights, sums and dense layers stay float32. Convolution, pool, bias, relu in this order, which equals convolution,
 * bias, relu, pool and touches tensors four times smaller.
 */
export class NetworkGraph {
  private readonly graph: GraphWriter;
  private readonly plan: NetworkPlan;
  private readonly half: boolean;
  private readonly conv: Record<string, Attribute>;
  private readonly pool: Record<string, Attribute>;

  constructor(graph: GraphWriter, plan: NetworkPlan, half: boolean) {
    this.graph = graph;
    this.plan = plan;
    this.half = half;
    this.conv = {
      ...this.element,
      strides: attribute.ints([1, 1, 1, 1]),
      dilations: attribute.ints([1, 1, 1, 1]),
      padding: attribute.text('SAME'),
      data_format: NHWC,
      use_cudnn_on_gpu: attribute.flag(true),
    };
    const window = attribute.ints([1, 2, 2, 1]);
    this.pool = {
      ...this.element,
      ksize: window,
      strides: window,
      padding: attribute.text('SAME'),
      data_format: NHWC,
    };
  }

  /** Pictures float32 [n, size, size, 3] through convolutions and two dense layers. */
  forward(pictures: string, weights: string[]): ForwardTrace {
    let a = this.narrow(pictures);
    const convs = this.plan.convs.map((_, i) => {
      const kernel = this.narrow(weights[2 * i]!);
      const convolved = this.graph.add('Conv2D', [a, kernel], this.conv);
      const pooled = this.graph.add('MaxPool', [convolved], this.pool);
      const biased = this.graph.add('BiasAdd', [pooled, this.narrow(weights[2 * i + 1]!)], this.rowwise);
      const trace: ConvTrace = {
        input: a,
        kernel,
        convolved,
        pooled,
        out: this.graph.add('Relu', [biased], this.element),
      };
      a = trace.out;
      return trace;
    });
    const first = this.plan.convs.length * 2;
    const flat = this.reshape(this.widen(a), [-1, this.plan.dense[0]!.inputs]);
    const dense1 = this.relu(this.dense(flat, weights[first]!, weights[first + 1]!));
    const dense2 = this.relu(this.dense(dense1, weights[first + 2]!, weights[first + 3]!));
    return { convs, flat, dense1, dense2 };
  }

  /** [n, 256] to logits [n, classes]. */
  logits(hidden: string, weights: string[]): string {
    const last = weights.length - 2;
    return this.dense(hidden, weights[last]!, weights[last + 1]!);
  }

  /** Gradients of all tensors, in their order, from the logits' gradient; `rows` is the batch size. */
  backward(
    trace: ForwardTrace,
    weights: string[],
    hidden: string,
    mask: string,
    dLogits: string,
    rows: number,
  ): string[] {
    const { graph, plan } = this;
    const first = plan.convs.length * 2;
    const gradients: string[] = new Array<string>(plan.tensors.length);
    const into = (tensor: number, x: string, dy: string): void => {
      gradients[tensor] = this.product(x, dy, true, false);
      gradients[tensor + 1] = this.biasGradient(dy);
    };
    into(first + 4, hidden, dLogits);
    let g = graph.add('Mul', [this.product(dLogits, weights[first + 4]!, false, true), mask], FLOAT);
    g = this.reluGradient(g, trace.dense2, FLOAT);
    into(first + 2, trace.dense1, g);
    g = this.reluGradient(this.product(g, weights[first + 2]!, false, true), trace.dense1, FLOAT);
    into(first, trace.flat, g);
    const { size, outChannels } = plan.convs[plan.convs.length - 1]!;
    g = this.reshape(this.product(g, weights[first]!, false, true), [rows, size / 2, size / 2, outChannels]);
    g = this.narrow(g);
    for (let i = plan.convs.length - 1; i >= 0; i--) {
      const { input, kernel, convolved, pooled, out } = trace.convs[i]!;
      const { size: side, inChannels } = plan.convs[i]!;
      const passed = this.reluGradient(g, out, this.element);
      gradients[2 * i + 1] = this.biasGradient(this.widen(passed));
      const unpooled = graph.add('MaxPoolGrad', [convolved, pooled, passed], this.pool);
      const kernelShape = graph.ints(plan.tensors[2 * i]!.shape);
      gradients[2 * i] = this.widen(
        graph.add('Conv2DBackpropFilter', [input, kernelShape, unpooled], this.conv),
      );
      if (i > 0)
        g = graph.add(
          'Conv2DBackpropInput',
          [graph.ints([rows, side, side, inChannels]), kernel, unpooled],
          this.conv,
        );
    }
    return gradients;
  }

  cast(x: string, from: number, to: number): string {
    return this.graph.add('Cast', [x], {
      SrcT: attribute.type(from),
      DstT: attribute.type(to),
      Truncate: attribute.flag(false),
    });
  }

  private get element(): Record<string, Attribute> {
    return { T: attribute.type(this.half ? DTYPE.bfloat16 : DTYPE.float) };
  }

  private get rowwise(): Record<string, Attribute> {
    return { ...this.element, data_format: NHWC };
  }

  private narrow(x: string): string {
    return this.half ? this.cast(x, DTYPE.float, DTYPE.bfloat16) : x;
  }

  private widen(x: string): string {
    return this.half ? this.cast(x, DTYPE.bfloat16, DTYPE.float) : x;
  }

  private product(a: string, b: string, turnA: boolean, turnB: boolean): string {
    return this.graph.add('MatMul', [a, b], {
      ...FLOAT,
      transpose_a: attribute.flag(turnA),
      transpose_b: attribute.flag(turnB),
    });
  }

  private dense(x: string, kernel: string, bias: string): string {
    return this.graph.add('BiasAdd', [this.product(x, kernel, false, false), bias], {
      ...FLOAT,
      data_format: NHWC,
    });
  }

  private relu(x: string): string {
    return this.graph.add('Relu', [x], FLOAT);
  }

  private reluGradient(g: string, out: string, type: Record<string, Attribute>): string {
    return this.graph.add('ReluGrad', [g, out], type);
  }

  private biasGradient(dy: string): string {
    return this.graph.add('BiasAddGrad', [dy], { ...FLOAT, data_format: NHWC });
  }

  private reshape(x: string, shape: number[]): string {
    return this.graph.add('Reshape', [x, this.graph.ints(shape)], {
      ...FLOAT,
      Tshape: attribute.type(DTYPE.int32),
    });
  }
}

const NHWC = attribute.text('NHWC');
const FLOAT = { T: attribute.type(DTYPE.float) };
