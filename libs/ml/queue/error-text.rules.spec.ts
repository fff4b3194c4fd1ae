import { describe, expect, it } from 'vitest';
import { queueMessage, splitOfQueue, textSigns } from './error-text.rules.js';

describe('queueMessage', () => {
  it.each<[text: string, queue: string, requested: number | null, size: number | null]>([
    [
      "OutOfRangeError: FIFOQueue '_3_batch/fifo_queue' is closed and has insufficient elements (requested 100, current size 0)",
      'batch',
      100,
      0,
    ],
    [
      "FIFOQueue '_1_batch_1/fifo_queue' is closed and has insufficient elements (requested 70, current size 12)",
      'batch_1',
      70,
      12,
    ],
    [
      "RandomShuffleQueue '_2_shuffle_batch/random_shuffle_queue' is closed and has insufficient elements (requested 32, current size 0)",
      'shuffle_batch',
      32,
      0,
    ],
    [
      "PaddingFIFOQueue '_12_input/batch_join/padding_fifo_queue' is closed and has insufficient elements (requested 1, current size 0)",
      'input/batch_join',
      1,
      0,
    ],
    ["FIFOQueue '_0_input_producer/fifo_queue' is closed", 'input_producer', null, null],
    [
      "FIFOQueue '_7_input_producer_1/input_producer' is closed and has insufficient elements (requested 1, current size 0)",
      'input_producer_1',
      1,
      0,
    ],
    [
      "tensorflow.python.framework.errors_impl.OutOfRangeError: FIFOQueue '_5_input_producer_1' is closed and has insufficient elements (requested 1, current size 0)",
      'input_producer_1',
      1,
      0,
    ],
    [
      'input queue "training" is closed and has insufficient elements (requested 64, current size 3)',
      'training',
      64,
      3,
    ],
  ])('%s', (text, queue, requested, currentSize) => {
    expect(queueMessage(text)).toMatchObject({ queue, requested, currentSize, closed: true });
  });
  it('takes no other word behind "queue" for its name', () => {
    for (const text of [
      'CancelledError: Enqueue operation was cancelled',
      'queue runners were not started',
      'it hangs: queue size 0 and the queue is open',
      'the queue still empty after a minute',
    ])
      expect(queueMessage(text)?.queue).toBe('');
  });
  it('is null for other texts', () => {
    expect(queueMessage('NotFoundError: a.jpg')).toBeNull();
  });
});

describe('hostile texts', () => {
  it.each([
    'epochs',
    'uninitialized value ',
    'queue ',
    "queue '_1_",
    '/_a',
    'size 0 ',
    'Shared queue ',
    'string_input_producer',
  ])('reads %s over and over in no time', (word) => {
    const text = word.repeat(Math.ceil(100_000 / word.length));
    const before = process.cpuUsage().user;
    textSigns(text);
    queueMessage(text);
    expect((process.cpuUsage().user - before) / 1e6).toBeLessThan(2);
  });
});

describe('splitOfQueue', () => {
  it.each<[string, string | null]>([
    ['batch', 'TRAINING'],
    ['batch_1', 'VALIDATION'],
    ['input_producer', 'TRAINING'],
    ['input_producer_1', 'VALIDATION'],
    ['input/batch_join', 'TRAINING'],
    ['validation', 'VALIDATION'],
    ['training', 'TRAINING'],
    ['fifo', null],
    ['batch_2', null],
  ])('%s: %s', (queue, split) => {
    expect(splitOfQueue(queue)).toBe(split);
  });
});
