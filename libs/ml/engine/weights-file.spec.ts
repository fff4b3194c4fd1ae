import { describe, expect, it } from 'vitest';
import { networkPlan } from './network.rules.js';
import { WeightsDamagedError } from './weights.errors.js';
import { encodeWeights, readWeights } from './weights-file.js';

const plan = networkPlan('SEED_3X3', 3);
const values = plan.tensors.map((tensor, i) => new Float32Array(tensor.length).fill(i + 0.5));
const origin = { seed: 7, steps: 60, dataDigest: 'd', engineIdentity: 'e' };
const bytes = encodeWeights(plan, values, origin);

const altered = (change: (copy: Buffer) => unknown): Buffer => {
  const copy = Buffer.from(bytes);
  change(copy);
  return copy;
};

describe('readWeights', () => {
  it('gives back what was written', async () => {
    const weights = await readWeights(bytes);
    expect(weights.header).toMatchObject({ ...origin, architecture: 'SEED_3X3', classes: 3 });
    expect(weights.tensors.map((t) => [t.name, t.values[0]])).toEqual(
      plan.tensors.map((t, i) => [t.name, i + 0.5]),
    );
  });

  it('is equal, byte for byte, for equal weights', () => {
    expect(encodeWeights(plan, values, origin).equals(bytes)).toBe(true);
  });

  it.each([
    ['an HDF5 file', Buffer.from('\x89HDF\r\n\x1a\n and the rest of it', 'latin1'), '.h5'],
    ['a Keras archive', Buffer.from('PK\x03\x04 and the rest of it', 'latin1'), '.keras'],
    ['an empty file', Buffer.alloc(0), 'does not start'],
    [
      'a tensor of another layer',
      Buffer.from(bytes.toString('latin1').replace('conv2/kernel', 'evil2/kernel'), 'latin1'),
      'not those',
    ],
    ['another start', altered((b) => b.write('X')), 'does not start'],
    ['a header longer than the file', altered((b) => b.writeUInt32LE(60_000, 8)).subarray(0, 900), 'cut off'],
    ['an absurd header length', altered((b) => b.writeUInt32LE(0xffffffff, 8)), 'cut off'],
    ['one byte of values changed', altered((b) => b.writeUInt8(1, b.length - 2)), 'do not match'],
    ['one byte too few', bytes.subarray(0, bytes.length - 1), 'bytes of values'],
    ['one byte too many', Buffer.concat([bytes, Buffer.alloc(1)]), 'bytes of values'],
    [
      'another class count',
      Buffer.from(bytes.toString('latin1').replace('"classes":3', '"classes":4'), 'latin1'),
      'not those',
    ],
    [
      'a huge class count',
      Buffer.from(
        bytes.toString('latin1').replace('"classes":3', '"classes":3e9').replace(/ {2}/, ''),
        'latin1',
      ),
      '',
    ],
    [
      'an unknown network',
      Buffer.from(bytes.toString('latin1').replace('SEED_3X3', 'SEED_9X9'), 'latin1'),
      'unknown',
    ],
  ])('refuses %s', async (_name, damaged, sentence) => {
    const error = await readWeights(damaged).catch((e: unknown) => e);
    expect(error).toBeInstanceOf(WeightsDamagedError);
    expect(String(error)).toContain(sentence);
  });
});
