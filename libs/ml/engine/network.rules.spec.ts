import { describe, expect, it } from 'vitest';
import { networkPlan, parameterCount } from './network.rules.js';

describe('networkPlan', () => {
  it.each([
    ['SEED_3X3', 2_589_861],
    ['SEED_5X5', 2_720_933],
  ] as const)('%s has %i parameters with five classes', (architecture, parameters) => {
    expect(parameterCount(networkPlan(architecture, 5))).toBe(parameters);
  });

  it('keeps kernel before bias, layer by layer', () => {
    expect(networkPlan('SEED_5X5', 40).tensors.map((t) => `${t.name} ${t.shape.join('x')}`)).toEqual([
      'conv1/kernel 3x3x3x16',
      'conv1/bias 16',
      'conv2/kernel 3x3x16x32',
      'conv2/bias 32',
      'conv3/kernel 3x3x32x64',
      'conv3/bias 64',
      'conv4/kernel 5x5x64x128',
      'conv4/bias 128',
      'dense1/kernel 4608x512',
      'dense1/bias 512',
      'dense2/kernel 512x256',
      'dense2/bias 256',
      'logits/kernel 256x40',
      'logits/bias 40',
    ]);
  });
});
