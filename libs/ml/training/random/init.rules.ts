import type { NetworkPlan } from '../../engine/network.rules.js';
import { Draws, PURPOSE, unit } from './draws.rules.js';

/**
 * First values of every tensor: He's variance 2 / fanIn drawn uniformly from +-sqrt(6 / fanIn), biases zero. Uniform,
 * because it needs no logarithm or cosine, whose last bits differ between machines.
 */
export function initialWeights(plan: NetworkPlan, seed: number): Float32Array[] {
  const draws = new Draws(seed, PURPOSE.init);
  return plan.tensors.map((tensor, index) => {
    const values = new Float32Array(tensor.length);
    if (tensor.fanIn === 0) return values;
    const limit = Math.sqrt(6 / tensor.fanIn);
    for (let i = 0; i < values.length; i += 4) {
      const words = draws.block(index, 0, i >> 2);
      for (let lane = 0; lane < 4 && i + lane < values.length; lane++) {
        values[i + lane] = (2 * unit(words[lane]!) - 1) * limit;
      }
    }
    return values;
  });
}
