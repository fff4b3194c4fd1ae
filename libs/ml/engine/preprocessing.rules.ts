import { createHash } from 'node:crypto';

/** What happens between a decoded picture and the network; the same words for training, evaluation, serving and exports. */
export const PREPROCESSING = {
  version: 1,
  decoded: 'uint8 RGB, 96x96, grey expanded to three equal channels',
  input: 'float32 [batch, 96, 96, 3]',
  layout: 'NHWC',
  colour: 'RGB',
  scale: 'value / 255',
  range: [0, 1],
} as const;

/** SHA-256 over the preprocessing contract; a model and a server with different digests must not meet. */
export function preprocessingDigest(): string {
  return createHash('sha256').update(JSON.stringify(PREPROCESSING)).digest('hex');
}
