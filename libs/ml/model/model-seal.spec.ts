import { describe, expect, it } from 'vitest';
import { SecretBox } from '#platform';
import { ModelTamperedError } from './model.errors.js';
import { ModelSeal } from './model-seal.js';
import type { ModelVersion } from './model-version.entity.js';

const seal = new ModelSeal(new SecretBox(['a passphrase of this installation']));
const VERSION: Omit<ModelVersion, 'signature'> = {
  id: 'mdl_1',
  pipelineId: 'pip_1',
  runId: 'run_1',
  number: 3,
  architecture: 'SEED_3X3',
  classNames: ['kim', 'lee'],
  weightsSha256: 'aa',
  dataDigest: 'dd',
  validationDigest: 'vv',
  configDigest: 'cc',
  preprocessingDigest: 'pp',
  codeVersion: '1',
  seed: 7,
  engine: 'WASM',
  parentId: null,
  rejectBelow: 0.1 + 0.2,
  calibration: { expectedError: 0.01, bins: [] },
  files: [{ kind: 'ONNX', name: 'model.onnx', bytes: 5, sha256: 'bb' }],
  golden: { pixelsSha256: 'gg', probabilities: [[0.25, 0.75]] },
  onnxProof: { pictures: 1, sameAnswers: 1, largestDifference: 1e-7 },
  createdAt: new Date('2026-11-23T09:00:00.123Z'),
};
const signed = seal.sign(VERSION);

describe('ModelSeal', () => {
  it('accepts what it signed, also after a journey through JSON', () => {
    seal.check(signed);
    const { createdAt, ...rest } = signed;
    const back = JSON.parse(JSON.stringify(Object.fromEntries(Object.entries(rest).reverse())));
    seal.check({ ...back, createdAt });
  });

  it.each([
    ['weights', { weightsSha256: 'ab' }],
    ['the order of the classes', { classNames: ['lee', 'kim'] }],
    ['the network', { architecture: 'SEED_5X5' }],
    ['a file', { files: [{ ...VERSION.files[0], sha256: 'bc' }] }],
    ['one more file', { files: [...VERSION.files, { kind: 'ONNX', name: 'x', bytes: 1, sha256: 'x' }] }],
    ['no file', { files: [] }],
    ['a golden answer', { golden: { pixelsSha256: 'gg', probabilities: [[0.25, 0.7500001]] } }],
    ['the threshold', { rejectBelow: 0 }],
    ['the preprocessing', { preprocessingDigest: 'pq' }],
    ['the number', { number: 4 }],
    ['the pipeline', { pipelineId: 'pip_2' }],
    ['the signature', { signature: `${signed.signature?.slice(0, -2)}AA` }],
    ['a signature of nothing', { signature: '' }],
    ['no signature', { signature: null }],
  ])('refuses a change of %s', (_, change) => {
    expect(() => seal.check({ ...signed, ...change } as ModelVersion)).toThrow(ModelTamperedError);
  });

  it('refuses what another installation signed, and accepts the key before a rotation', () => {
    const box = (...keys: string[]) => new ModelSeal(new SecretBox(keys));
    expect(() => box('another passphrase').check(signed)).toThrow(ModelTamperedError);
    box('a new passphrase', 'a passphrase of this installation').check(signed);
  });
});
