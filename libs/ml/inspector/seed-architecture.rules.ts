import type { LayerPlan } from './architecture.rules.js';

export const ARCHITECTURES = ['SEED_3X3', 'SEED_5X5'] as const;
/** The two forms of the face network: as its author described it (all 3x3) and as he coded it (fourth filter 5x5). */
export type Architecture = (typeof ARCHITECTURES)[number];

/** What the networks take: [height, width, channels]. */
export const SEED_INPUT = [96, 96, 3] as const;

/** The layers of the face network with that many classes: four convolutions with pools, two dense layers, the output. */
export function seedLayers(architecture: Architecture, classes: number): LayerPlan[] {
  const fourth = architecture === 'SEED_5X5' ? 5 : 3;
  return [
    { name: 'conv1', kind: 'conv', filter: [3, 3, 3, 16], pool: 2 },
    { name: 'conv2', kind: 'conv', filter: [3, 3, 16, 32], pool: 2 },
    { name: 'conv3', kind: 'conv', filter: [3, 3, 32, 64], pool: 2 },
    { name: 'conv4', kind: 'conv', filter: [fourth, fourth, 64, 128], pool: 2 },
    { name: 'fc1', kind: 'dense', units: 512 },
    { name: 'fc2', kind: 'dense', units: 256 },
    { name: 'dropout', kind: 'dropout' },
    { name: 'out', kind: 'dense', units: classes },
  ];
}
