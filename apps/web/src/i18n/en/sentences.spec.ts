import { describe, expect, it } from 'vitest';
import { translate } from './sentences.js';

describe('what the server says, in English', () => {
  it.each([
    [
      '200 training and 50 validation pictures of 5 classes: WARN',
      '200 training and 50 validation pictures of 5 classes: passes, look',
    ],
    ['step 151 of 400, 56.4 images/s', 'step 151 of 400, 56.4 pictures/s'],
    [
      '400 steps on WASM, relaxed SIMD, 2 threads, 57.3 images/s, validation accuracy 98.00 % at the last of 8 looks',
      '400 steps on WASM, relaxed SIMD, 2 threads, 57.3 pictures/s, validation accuracy 98.00 % at the last of 8 looks',
    ],
    ['FIRST: 50 of 50 right (100.00 %), floor 40 %.', 'first model: 50 of 50 right (100.00 %), floor 40 %.'],
    ['Pipeline faces failed in TRAIN: Disk full.', 'Pipeline faces failed in train: Disk full.'],
    [
      'Queue training of faces is STARVED: nothing has arrived.',
      'Queue training of faces is starved: nothing has arrived.',
    ],
  ])('%s', (said, shown) => {
    expect(translate(said)).toBe(shown);
  });
  it('leaves every other sentence as it is', () => {
    const text = 'The queue is full.  Nothing; has been taken: WARN it says.';
    expect(translate(text)).toBe(text);
  });
});
