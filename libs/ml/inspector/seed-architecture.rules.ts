import type { Architecture } from '../engine/contract.js';
import { INPUT_SIZE, networkPlan } from '../engine/network.rules.js';
import type { LayerPlan } from './architecture.rules.js';

/** What the face networks take: [height, width, channels]. */
export const SEED_INPUT = [INPUT_SIZE, INPUT_SIZE, 3] as const;

/** The layers of a face network with that many classes, as the inspector reads them. */
export function seedLayers(architecture: Architecture, classes: number): LayerPlan[] {
  const plan = networkPlan(architecture, classes);
  const convs = plan.convs.map(
    ({ name, kernel, inChannels, outChannels }): LayerPlan => ({
      name,
      kind: 'conv',
      filter: [kernel, kernel, inChannels, outChannels],
      pool: 2,
    }),
  );
  const dense = plan.dense.map(({ name, outputs }): LayerPlan => ({ name, kind: 'dense', units: outputs }));
  return [...convs, ...dense.slice(0, -1), { name: 'dropout', kind: 'dropout' }, ...dense.slice(-1)];
}
