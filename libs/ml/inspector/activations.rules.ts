import type { ConvPlan, NetworkPlan } from '../engine/network.rules.js';

/** What one convolution makes of a picture, before its pool: relu(convolution + bias), float32 [size, size, channels]. */
export interface Activation {
  layer: string;
  size: number;
  channels: number;
  values: Float32Array;
}

/**
 * The activations of every convolution for one picture, uint8 RGB [size, size, 3]. `tensors` are the weights in the
 * network's order. Plain arithmetic of some 100 ms: never on a thread that answers requests.
 */
export function activations(
  plan: NetworkPlan,
  tensors: readonly Float32Array[],
  pixels: Uint8Array,
): Activation[] {
  let input: Float32Array = Float32Array.from(pixels, (value) => value / 255);
  return plan.convs.map((conv, i) => {
    const values = convolveRelu(
      conv,
      input,
      tensors[2 * i] as Float32Array,
      tensors[2 * i + 1] as Float32Array,
    );
    input = pool(values, conv.size, conv.outChannels);
    return { layer: conv.name, size: conv.size, channels: conv.outChannels, values };
  });
}

/** Stride 1, SAME: what lies outside the picture is zero. kernel [k, k, in, out]. */
function convolveRelu(
  { size, kernel: side, inChannels, outChannels }: ConvPlan,
  input: Float32Array,
  kernel: Float32Array,
  bias: Float32Array,
): Float32Array {
  const out = new Float32Array(size * size * outChannels);
  const border = side >> 1;
  for (let y = 0; y < size; y++) {
    for (let x = 0; x < size; x++) {
      const at = (y * size + x) * outChannels;
      out.set(bias, at);
      for (let ky = Math.max(0, border - y); ky < Math.min(side, size + border - y); ky++) {
        for (let kx = Math.max(0, border - x); kx < Math.min(side, size + border - x); kx++) {
          const from = ((y + ky - border) * size + x + kx - border) * inChannels;
          const tap = (ky * side + kx) * inChannels;
          for (let c = 0; c < inChannels; c++) {
            const value = input[from + c] as number;
            if (value === 0) continue;
            const row = (tap + c) * outChannels;
            for (let o = 0; o < outChannels; o++) {
              out[at + o] = (out[at + o] as number) + value * (kernel[row + o] as number);
            }
          }
        }
      }
      for (let o = at; o < at + outChannels; o++) if ((out[o] as number) < 0) out[o] = 0;
    }
  }
  return out;
}

/** The largest of each 2x2 square. */
function pool(values: Float32Array, size: number, channels: number): Float32Array {
  const half = size / 2;
  const pooled = new Float32Array(half * half * channels);
  for (let y = 0; y < half; y++) {
    for (let x = 0; x < half; x++) {
      for (let c = 0; c < channels; c++) {
        const at = (dy: number, dx: number) =>
          values[((2 * y + dy) * size + 2 * x + dx) * channels + c] as number;
        pooled[(y * half + x) * channels + c] = Math.max(at(0, 0), at(0, 1), at(1, 0), at(1, 1));
      }
    }
  }
  return pooled;
}
