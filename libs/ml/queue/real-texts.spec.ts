import { describe, expect, it } from 'vitest';
import { diagnose } from './diagnosis.rules.js';
import { queueMessage, splitOfQueue, textSigns } from './error-text.rules.js';

const traceback = (last: string): string => `Traceback (most recent call last):
  File "train.py", line 88, in <module>
    threads = tf.train.start_queue_runners(sess=sess, coord=coord)
  File "C:\\Anaconda3\\lib\\site-packages\\tensorflow\\python\\client\\session.py", line 1139, in _do_call
    return fn(*args)
${last}

Caused by op 'batch', defined at:
  File "train.py", line 41, in main
    images, labels = tf.train.batch([image, label], batch_size=100)`;
const closed = (name: string, requested: number, size = 0, kind = 'FIFOQueue'): string =>
  `${kind} '${name}' is closed and has insufficient elements (requested ${requested}, current size ${size})`;
const logged = (message: string): string =>
  `2018-04-07 23:09:15.082727: W tensorflow/core/framework/op_kernel.cc:1158] ${message}`;

describe('texts as TensorFlow 0.8 to 1.15, Python and Windows write them', () => {
  it.each<[about: string, text: string, verdict: string, codes: string[]]>([
    [
      'a traceback that mentions the runners, which were started',
      traceback(
        `tensorflow.python.framework.errors_impl.OutOfRangeError: ${closed('_3_batch/fifo_queue', 100)}`,
      ),
      'UNKNOWN',
      ['UNKNOWN'],
    ],
    [
      'a log line before the traceback',
      `${logged('Not found: /data/faces/7.jpg; No such file or directory')}\n${traceback(`OutOfRangeError (see above for traceback): ${closed('_1_batch/fifo_queue', 64)}`)}`,
      'PRODUCER_DIED',
      ['PATH_MISSING'],
    ],
    [
      'a Windows path',
      logged(
        'Not found: NewRandomAccessFile failed to Create/Open: C:\\Users\\kim\\faces\\1.jpg : The system cannot find the file specified.',
      ),
      'PRODUCER_DIED',
      ['PATH_MISSING'],
    ],
    [
      'a Korean Windows',
      'NewRandomAccessFile failed to Create/Open: D:\\사진\\1.jpg : \\udcc1\\udcf6 지정된 파일을 찾을 수 없습니다.',
      'PRODUCER_DIED',
      ['PATH_MISSING'],
    ],
    [
      'a path that kept its carriage return',
      `tensorflow.python.framework.errors_impl.NotFoundError: /data/faces/7.jpg\\r; No such file or directory`,
      'PRODUCER_DIED',
      ['PATH_MISSING', 'MANIFEST_CRLF'],
    ],
    [
      'a list in another encoding than the one it is opened with',
      "UnicodeDecodeError: 'utf-8' codec can't decode byte 0xb1 in position 0: invalid start byte",
      'PRODUCER_DIED',
      ['MANIFEST_ENCODING'],
    ],
    [
      'pictures of two sizes in a batch of tf.data',
      'InvalidArgumentError: Cannot batch tensors with different shapes in component 0. First element had shape [96,96,3] and element 4 had shape [92,112,3].',
      'PRODUCER_DIED',
      ['SHAPE_MISMATCH'],
    ],
    [
      'pictures of two sizes in a batch of the runtime',
      'InvalidArgumentError: Cannot add tensor to the batch: number of elements does not match. Shapes are: [tensor]: [96,96,1], [batch]: [96,96,3]',
      'PRODUCER_DIED',
      ['SHAPE_MISMATCH'],
    ],
    [
      'pictures that were stacked without a channel',
      "ValueError: Cannot feed value of shape (100, 96, 96) for Tensor 'Placeholder:0', which has shape '(?, 96, 96, 3)'",
      'PRODUCER_DIED',
      ['SHAPE_MISMATCH'],
    ],
    [
      'pictures of two sizes in numpy',
      'ValueError: all the input array dimensions except for the concatenation axis must match exactly',
      'PRODUCER_DIED',
      ['SHAPE_MISMATCH'],
    ],
    [
      'a picture that cannot be decoded',
      'UnknownError: Failed to decode image\n\t [[{{node DecodeJpeg}}]]',
      'PRODUCER_DIED',
      ['DECODE_ERROR'],
    ],
    [
      'a queue that somebody else had closed',
      "AbortedError: Queue '_0_input_producer' is already closed.",
      'UNKNOWN',
      ['EARLY_CLOSE'],
    ],
    [
      'a path that kept the byte order mark',
      `NotFoundError: \\ufeff/data/faces/1.jpg; No such file or directory`,
      'PRODUCER_DIED',
      ['PATH_MISSING', 'MANIFEST_BOM'],
    ],
    [
      'reshape of another size',
      logged(
        'Invalid argument: Input to reshape is a tensor with 30912 values, but the requested shape has 27648',
      ),
      'PRODUCER_DIED',
      ['SHAPE_MISMATCH'],
    ],
    [
      'pictures of several sizes in one batch',
      'InvalidArgumentError: Shape mismatch in tuple component 0. Expected [96,96,3], got [112,92,3]',
      'PRODUCER_DIED',
      ['SHAPE_MISMATCH', 'READER_DISAGREE'],
    ],
    [
      'a grey picture for a 3-channel decoder',
      'InvalidArgumentError: input must have 3 channels but instead has 1 channels.',
      'PRODUCER_DIED',
      ['CHANNELS_MISMATCH'],
    ],
    [
      'a list of files in the folder of pictures',
      "InvalidArgumentError: Expected image (JPEG, PNG, or GIF), got unknown format starting with 'path,label\\n/data'",
      'PRODUCER_DIED',
      ['NOT_AN_IMAGE'],
    ],
    [
      'a PNG for the JPEG decoder',
      'Not a JPEG file: starts with 0x89 0x50\nInvalidArgumentError: Invalid JPEG data, size 12345',
      'PRODUCER_DIED',
      ['FORMAT_MISMATCH', 'DECODE_ERROR'],
    ],
    [
      'a page saved as a JPEG',
      'Not a JPEG file: starts with 0x3c 0x21\nInvalidArgumentError: Invalid JPEG data, size 800',
      'PRODUCER_DIED',
      ['NOT_AN_IMAGE', 'DECODE_ERROR'],
    ],
    [
      'an empty file',
      'InvalidArgumentError: Expected image (JPEG, PNG, or GIF), got empty file',
      'PRODUCER_DIED',
      ['DECODE_ERROR'],
    ],
    [
      'a file cut short',
      'Corrupt JPEG data: premature end of data segment\nPremature end of JPEG file',
      'PRODUCER_DIED',
      ['DECODE_ERROR'],
    ],
    [
      'a missing column',
      'InvalidArgumentError: Expect 3 fields but have 2 in record 0',
      'PRODUCER_DIED',
      ['MANIFEST_COLUMNS'],
    ],
    [
      'a header line',
      "    labels.append(int(cols[2]))\nValueError: invalid literal for int() with base 10: 'label'",
      'PRODUCER_DIED',
      ['MANIFEST_LABEL_NOT_INT'],
    ],
    [
      'a blank line',
      '    labels.append(int(cols[2]))\nIndexError: list index out of range',
      'PRODUCER_DIED',
      ['MANIFEST_COLUMNS'],
    ],
    [
      'a label beyond the classes',
      'InvalidArgumentError: Received a label value of 5 which is outside the valid range of [0, 5).  Label values: 0 5 3',
      'PRODUCER_DIED',
      ['LABEL_RANGE'],
    ],
    [
      'an empty list of files',
      'InvalidArgumentError: assertion failed: [string_input_producer requires a non-null input tensor]',
      'PRODUCER_DIED',
      ['EMPTY_INPUT'],
    ],
    [
      'a broken record',
      `${logged('Data loss: corrupted record at 0')}\nDataLossError (see above for traceback): truncated record at 1234`,
      'PRODUCER_DIED',
      ['RECORD_CORRUPT'],
    ],
    [
      'a record without its feature',
      'InvalidArgumentError: Name: <unknown>, Feature: image/height (data type: int64) is required but could not be found.',
      'PRODUCER_DIED',
      ['FEATURE_MISSING'],
    ],
    [
      'a counter of epochs that nobody initialised',
      'FailedPreconditionError: Attempting to use uninitialized value input/input_producer/input_producer/fraction_of_32_full/limit_epochs/epochs',
      'EPOCHS_UNINITIALISED',
      ['EPOCHS_UNINITIALISED'],
    ],
    [
      'the last epoch',
      `${logged('Out of range: Reached limit of 80')}\n\t [[Node: input_producer/input_producer/fraction_of_32_full/limit_epochs/CountUpTo = CountUpTo[T=DT_INT64, limit=80](input_producer/limit_epochs/epochs)]]\n${logged(`Out of range: ${closed('_0_input_producer/input_producer/fraction_of_32_full/fraction_of_32_full', 1)}`)}`,
      'NORMAL_END',
      ['STEPS_GT_DATA'],
    ],
    [
      'the end of a tf.data set',
      'OutOfRangeError: End of sequence\n\t [[{{node IteratorGetNext}}]]',
      'NORMAL_END',
      ['STEPS_GT_DATA'],
    ],
    [
      'a stop by hand',
      `${logged('Cancelled: Enqueue operation was cancelled')}\n${traceback('KeyboardInterrupt')}`,
      'UNKNOWN',
      ['EARLY_CLOSE'],
    ],
    [
      'no memory left, with its consequence behind',
      `ResourceExhaustedError: OOM when allocating tensor with shape[100,96,96,64]\n${closed('_1_batch/fifo_queue', 100, 3)}`,
      'PRODUCER_DIED',
      ['RESOURCE'],
    ],
    [
      'an account without rights on Windows',
      'PermissionDeniedError: NewRandomAccessFile failed to Create/Open: D:\\faces\\1.jpg : Access is denied.',
      'PRODUCER_DIED',
      ['RESOURCE'],
    ],
    [
      'libraries and checkpoints that were not found are no pictures',
      "I tensorflow/stream_executor/dso_loader.cc:108] Couldn't open CUDA library libcupti.so: No such file or directory\nNotFoundError: Key fc1/weights not found in checkpoint\nThis log contains information about 2 values.",
      'UNKNOWN',
      ['UNKNOWN'],
    ],
  ])('%s', (_, errorText, verdict, codes) => {
    const diagnosis = diagnose({ errorText, plan: null, batchesServed: null, reread: null });
    expect([diagnosis.verdict, diagnosis.findings.map(({ code }) => code)]).toEqual([verdict, codes]);
    expect(diagnosis.confidence).toBe(verdict === 'UNKNOWN' ? 'UNKNOWN' : 'LIKELY');
  });

  it('names every code once when a log repeats itself', () => {
    const text = Array.from({ length: 50 }, () => logged('Not found: /data/7.jpg')).join('\n');
    expect(textSigns(text).map(({ code }) => code)).toEqual(['PATH_MISSING']);
  });
});

describe('the queue that a log is about', () => {
  it.each<[text: string, queue: string, split: string | null, requested: number, size: number]>([
    [
      `${logged(`Out of range: ${closed('_0_input_producer', 1)}`)}\n${logged(`Out of range: ${closed('_3_batch/fifo_queue', 100)}`)}`,
      'batch',
      'TRAINING',
      100,
      0,
    ],
    [
      `FIFOQueue '_0_input_producer' is closed.\n${closed('_2_batch_1/fifo_queue', 30, 40)}`,
      'batch_1',
      'VALIDATION',
      30,
      40,
    ],
    [
      closed('_2_get_batch/batch/padding_fifo_queue', 1, 0, 'PaddingFIFOQueue'),
      'get_batch/batch',
      'TRAINING',
      1,
      0,
    ],
    [
      closed('_3_train/data/batcher/padding_fifo_queue', 16, 0, 'PaddingFIFOQueue'),
      'train/data/batcher',
      'TRAINING',
      16,
      0,
    ],
    [
      closed('_2_shuffle_batch/random_shuffle_queue', 4, 0, 'RandomShuffleQueue'),
      'shuffle_batch',
      'TRAINING',
      4,
      0,
    ],
    [closed('_1_FIFOQueueV2_1', 2), 'FIFOQueueV2_1', null, 2, 0],
    [closed('_0_path_queue', 1), 'path_queue', null, 1, 0],
    [
      closed('_0_input_producer/input_producer/fraction_of_32_full/fraction_of_32_full', 1),
      'input_producer',
      'TRAINING',
      1,
      0,
    ],
    [
      `FIFOQueue  '_1_batch/fifo_queue' is closed and has insufficient elements \n(requested 16, current size 0)`,
      'batch',
      'TRAINING',
      16,
      0,
    ],
    [
      'b"FIFOQueue \\\'_3_batch/fifo_queue\\\' is closed and has insufficient elements (requested 100, current size 49)"',
      'batch',
      'TRAINING',
      100,
      49,
    ],
    [
      'FIFOQueue ‘_1_batch_join/fifo_queue’ is closed and has insufficient elements (requested 90, current size 0)',
      'batch_join',
      'TRAINING',
      90,
      0,
    ],
  ])('%s', (text, queue, split, requested, currentSize) => {
    expect(queueMessage(text)).toMatchObject({ queue, requested, currentSize, closed: true });
    expect(splitOfQueue(queue)).toBe(split);
  });

  it('does not let the queue of file names spoil the arithmetic of the batches', () => {
    const diagnosis = diagnose({
      errorText: `${closed('_0_input_producer', 1)}\n${closed('_3_batch/fifo_queue', 100)}`,
      plan: { usableRows: 200, batchSize: 100, epochs: 1, steps: null, allowPartialBatch: false },
      batchesServed: 2,
      reread: null,
    });
    expect([diagnosis.queue, diagnosis.verdict]).toEqual(['batch', 'NORMAL_END']);
  });
});
