import { describe, expect, it } from 'vitest';
import { finding } from '../check/finding.js';
import { diagnose, type QueueCase } from './diagnosis.rules.js';
import type { BatchPlan } from './preflight.rules.js';

const closed = (queue: string, requested: number, size: number) =>
  `OutOfRangeError: FIFOQueue '${queue}' is closed and has insufficient elements (requested ${requested}, current size ${size})`;
const plan = (usableRows: number, epochs: number | null, batchSize: number): BatchPlan => ({
  usableRows,
  epochs,
  batchSize,
  steps: null,
  allowPartialBatch: false,
});
const asked = (part: Partial<QueueCase>) =>
  diagnose({ errorText: null, plan: null, batchesServed: null, reread: null, ...part });

describe('diagnose (M2)', () => {
  it('calls an endless input that stopped a dead producer, with every row bad', () => {
    const found = asked({
      errorText: closed('_3_batch/fifo_queue', 100, 0),
      plan: plan(200, null, 100),
      batchesServed: 0,
    });
    expect(found).toMatchObject({
      verdict: 'PRODUCER_DIED',
      queue: 'batch',
      estimatedBadRows: 200,
      confidence: 'LIKELY',
      shortfall: null,
    });
    expect(found.explanation).toContain('(training)');
    expect(found.explanation).toContain('not a shortage of data: the input repeats for ever');
  });
  it('calls a finite input that was used up a normal end', () => {
    const found = asked({
      errorText: closed('_3_batch/fifo_queue', 100, 0),
      plan: plan(200, 1, 100),
      batchesServed: 2,
    });
    expect(found).toMatchObject({
      verdict: 'NORMAL_END',
      queue: 'batch',
      estimatedBadRows: null,
      shortfall: null,
    });
  });
  it('calls 49 rows for a batch of 100 too little data', () => {
    const found = asked({ errorText: closed('_3_batch/fifo_queue', 100, 49), plan: plan(49, 1, 100) });
    expect(found).toMatchObject({ verdict: 'BATCH_GT_DATA', shortfall: 51 });
    expect(found.findings.map(({ code }) => code)).toEqual(['BATCH_GT_DATA']);
  });
  it('counts rows that the last attempt had taken: requested 51 of a batch of 100 leaves a rest of 49', () => {
    expect(
      asked({ errorText: closed('_0_batch/fifo_queue', 51, 0), plan: plan(49, 1, 100), batchesServed: 0 }),
    ).toMatchObject({ verdict: 'BATCH_GT_DATA', shortfall: 51 });
  });
  it('calls an end before the end a dead producer', () => {
    expect(
      asked({
        errorText: closed('_1_batch_1/fifo_queue', 100, 99),
        plan: plan(200, 1, 100),
        batchesServed: 0,
      }),
    ).toMatchObject({ verdict: 'PRODUCER_DIED', queue: 'batch_1', estimatedBadRows: 1 });
  });
  it('takes no batch from what was asked of a queue that hands out single rows', () => {
    const found = asked({
      errorText: closed('_12_input_producer_1', 1, 0),
      plan: plan(10, 1, 5),
      batchesServed: 2,
    });
    expect(found).toMatchObject({ verdict: 'NORMAL_END', queue: 'input_producer_1' });
  });
  it('says that an endless input of no rows is empty, and blames none of them', () => {
    const found = asked({ errorText: closed('_3_batch/fifo_queue', 32, 0), plan: plan(0, null, 32) });
    expect(found).toMatchObject({ verdict: 'PRODUCER_DIED', estimatedBadRows: null });
    expect(found.findings.map(({ code }) => code)).toEqual(['EMPTY_INPUT']);
    expect(found.explanation).toContain('not one usable row');
  });
  it('needs no text for a plan that can never fill a batch', () => {
    expect(asked({ plan: plan(10, 1, 32) })).toMatchObject({ verdict: 'BATCH_GT_DATA', shortfall: 22 });
    expect(asked({ plan: plan(64, 1, 32) })).toMatchObject({ verdict: 'UNKNOWN' });
  });
  it('takes no rows from what was asked of a queue of single records', () => {
    expect(
      asked({
        errorText: closed('_3_parallel_read/common_queue', 1, 0),
        plan: plan(500, null, 25),
        batchesServed: 0,
      }),
    ).toMatchObject({ verdict: 'PRODUCER_DIED', estimatedBadRows: null });
  });
  it('takes no rows from what was asked of a queue that hands out whole batches', () => {
    const found = asked({
      errorText: closed('_4_prefetch_queue/fifo_queue', 1, 0),
      plan: plan(500, null, 25),
      batchesServed: 0,
    });
    expect(found).toMatchObject({
      verdict: 'PRODUCER_DIED',
      queue: 'prefetch_queue',
      estimatedBadRows: null,
    });
    expect(found.explanation).toContain('the producer died');
  });
  it('estimates nothing that reading again has counted, and names what takes rows out of use', () => {
    const bad = (code: 'PATH_MISSING' | 'MANIFEST_BLANK_LINE', split: 'TRAINING' | 'VALIDATION') =>
      finding({
        code,
        severity: code === 'PATH_MISSING' ? 'FAIL' : 'WARN',
        split,
        count: 1,
        message: '',
      });
    const found = asked({
      errorText: closed('_3_batch/fifo_queue', 10, 3),
      plan: plan(7, null, 10),
      batchesServed: 1,
      reread: {
        rows: 7,
        usable: 5,
        findings: [
          bad('PATH_MISSING', 'TRAINING'),
          bad('PATH_MISSING', 'VALIDATION'),
          bad('MANIFEST_BLANK_LINE', 'TRAINING'),
        ],
      },
    });
    expect(found).toMatchObject({ verdict: 'PRODUCER_DIED', estimatedBadRows: 2, confidence: 'EXACT' });
    expect(found.explanation).toBe(
      'Queue "batch" (training): not a shortage of data: the input repeats for ever; the producer died. Reading all 7 rows again: 2 cannot be used (PATH_MISSING 2).',
    );
  });
  it('does not say that about 0 rows are bad', () => {
    const found = asked({
      errorText: closed('_3_batch/fifo_queue', 50, 20),
      plan: plan(300, null, 50),
      batchesServed: 5,
    });
    expect(found.estimatedBadRows).toBe(0);
    expect(found.explanation).toContain('270 of 300 rows went through before, so hardly more than the one');
  });
  it('blames no row when every row had been read', () => {
    expect(
      asked({
        errorText: closed('_3_batch/fifo_queue', 100, 0),
        plan: plan(200, null, 100),
        batchesServed: 7,
      }),
    ).toMatchObject({ verdict: 'PRODUCER_DIED', estimatedBadRows: 0 });
  });
  it('does not guess from the message alone', () => {
    expect(asked({ errorText: closed('_3_batch/fifo_queue', 100, 0) })).toMatchObject({
      verdict: 'UNKNOWN',
      confidence: 'UNKNOWN',
      queue: 'batch',
    });
  });
  it('says nothing of a queue in a text without one', () => {
    expect(asked({ errorText: 'it does not work' })).toMatchObject({ verdict: 'UNKNOWN', queue: null });
  });
});

describe('signs in the text', () => {
  it.each<[code: string, verdict: string, text: string]>([
    [
      'EPOCHS_UNINITIALISED',
      'EPOCHS_UNINITIALISED',
      'FailedPreconditionError: Attempting to use uninitialized value input_producer/limit_epochs/epochs',
    ],
    [
      'RUNNERS_NOT_STARTED',
      'RUNNERS_NOT_STARTED',
      'no producer attached to queue "batch": size 0 and queue OPEN',
    ],
    ['PATH_MISSING', 'PRODUCER_DIED', 'NotFoundError: data/a.jpg; No such file or directory'],
    [
      'NOT_AN_IMAGE',
      'PRODUCER_DIED',
      'InvalidArgumentError: Unable to decode bytes as JPEG, PNG, GIF, or BMP',
    ],
    ['FORMAT_MISMATCH', 'PRODUCER_DIED', 'InvalidArgumentError: Invalid PNG header, data size 4102'],
    ['DECODE_ERROR', 'PRODUCER_DIED', 'InvalidArgumentError: Invalid JPEG data, size 5000'],
    [
      'SHAPE_MISMATCH',
      'PRODUCER_DIED',
      'Input to reshape is a tensor with 30912 values, but the requested shape has 27648',
    ],
    ['CHANNELS_MISMATCH', 'PRODUCER_DIED', 'input must have 3 channels but instead has 1 channels.'],
    ['BIT_DEPTH', 'PRODUCER_DIED', 'Unsupported bit depth 16'],
    ['MANIFEST_COLUMNS', 'PRODUCER_DIED', 'InvalidArgumentError: Expect 3 fields but have 4 in record 0'],
    [
      'MANIFEST_LABEL_NOT_INT',
      'PRODUCER_DIED',
      "ValueError: invalid literal for int() with base 10: 'label'",
    ],
    ['MANIFEST_QUOTED_COMMA', 'PRODUCER_DIED', 'Unquoted fields cannot have quotes/CRLFs inside'],
    [
      'LABEL_RANGE',
      'PRODUCER_DIED',
      'Received a label value of 5 which is outside the valid range of [0, 5)',
    ],
    ['EMPTY_INPUT', 'PRODUCER_DIED', 'ValueError: string_input_producer requires a non-null input tensor'],
    ['RECORD_CORRUPT', 'PRODUCER_DIED', 'DataLossError: corrupted record at 0'],
    ['FEATURE_MISSING', 'PRODUCER_DIED', 'Key: image/class. Values size: 2 but output shape: [3]'],
    ['READER_DISAGREE', 'PRODUCER_DIED', "Shared queue 'q' has capacity 32 but requested capacity was 64"],
    ['RESOURCE', 'PRODUCER_DIED', 'OSError: [Errno 28] No space left on device'],
    ['NAN_INPUT', 'PRODUCER_DIED', 'InvalidArgumentError: image : Tensor had NaN values'],
    ['NAN_INPUT', 'PRODUCER_DIED', 'InvalidArgumentError: Nan in summary histogram for: conv1/weights'],
    ['NAN_INPUT', 'PRODUCER_DIED', 'ERROR:tensorflow:Model diverged with loss = NaN.'],
    [
      'MANIFEST_LABEL_NOT_INT',
      'PRODUCER_DIED',
      "CancelledError: RunManyGraphs\nINFO:tensorflow:Error reported to Coordinator: <class 'ValueError'>, could not convert string to float: anna",
    ],
    [
      'SHAPE_MISMATCH',
      'PRODUCER_DIED',
      'RuntimeError: stack expects each tensor to be equal size, but got [3, 96, 96] at entry 0 and [1, 96, 96] at entry 3',
    ],
    ['SLOW_PRODUCER', 'UNKNOWN', 'training waits 61 % of the time for data; decode is 83 % of that'],
    ['EARLY_CLOSE', 'UNKNOWN', 'CancelledError: Enqueue operation was cancelled'],
    ['STEPS_GT_DATA', 'NORMAL_END', 'Your input ran out of data; interrupting training.'],
    ['BATCH_GT_DATA', 'BATCH_GT_DATA', 'BATCH_GT_DATA: 50 usable images, batch 100'],
  ])('%s -> %s', (code, verdict, text) => {
    const found = asked({ errorText: text });
    expect(found.verdict).toBe(verdict);
    expect(found.findings.map((one) => one.code)).toContain(code);
  });

  it('takes the count from our own words', () => {
    expect(asked({ errorText: 'PATH_MISSING: 40 of 40 files not found, e.g. a.pgm.' })).toMatchObject({
      verdict: 'PRODUCER_DIED',
      findings: [{ code: 'PATH_MISSING', count: 40 }],
    });
  });

  it('takes the first exception for the cause and the closed queue for its consequence', () => {
    const text = `InvalidArgumentError: Input to reshape is a tensor with 30912 values, but the requested shape has 27648\n${closed('_3_batch/fifo_queue', 100, 0)}\nCancelledError: Enqueue operation was cancelled`;
    const found = asked({ errorText: text });
    expect(found).toMatchObject({ verdict: 'PRODUCER_DIED', queue: 'batch', confidence: 'LIKELY' });
    expect(found.explanation).toContain('Input to reshape');
  });
});

describe('reading again', () => {
  const bad = finding({
    code: 'SHAPE_MISMATCH',
    severity: 'FAIL',
    split: 'TRAINING',
    count: 40,
    message: 'all of them',
    rows: [1],
  });
  it('proves what the text only suggests', () => {
    const found = asked({
      errorText: closed('_3_batch/fifo_queue', 100, 0),
      plan: plan(40, null, 100),
      batchesServed: 0,
      reread: { rows: 40, usable: 0, findings: [bad] },
    });
    expect(found).toMatchObject({ verdict: 'PRODUCER_DIED', confidence: 'EXACT', estimatedBadRows: 40 });
  });
  it('proves a producer dead without any text', () => {
    expect(asked({ reread: { rows: 40, usable: 0, findings: [bad] } })).toMatchObject({
      verdict: 'PRODUCER_DIED',
      confidence: 'EXACT',
    });
  });
  it('finds nothing wrong where nothing is', () => {
    expect(asked({ reread: { rows: 40, usable: 40, findings: [] } })).toMatchObject({
      verdict: 'NORMAL_END',
      findings: [],
      estimatedBadRows: 0,
    });
  });
  it('stays likely when a dead producer cannot be reproduced', () => {
    const found = asked({
      errorText: closed('_3_batch/fifo_queue', 100, 0),
      plan: plan(40, null, 10),
      batchesServed: 0,
      reread: { rows: 40, usable: 40, findings: [] },
    });
    expect(found).toMatchObject({ verdict: 'PRODUCER_DIED', confidence: 'LIKELY' });
  });
});
