import type { FindingCode } from '../check/finding.js';

/** What a "queue is closed" message says, from TensorFlow or from this product. */
export interface QueueMessage {
  /** The pipeline's own name: `_3_batch/fifo_queue` is "batch". */
  queue: string;
  /** What the attempt still lacked; may be below the batch size, the rest had been taken and was put back. */
  requested: number | null;
  currentSize: number | null;
  closed: boolean;
}

/** A sign of a cause in a pasted text, with the line that shows it. */
export interface TextSign {
  code: FindingCode;
  evidence: string;
}

const PATTERNS: readonly [code: FindingCode, pattern: RegExp][] = [
  [
    'EPOCHS_UNINITIALISED',
    /uninitialized value \S{0,200}epochs|epochs.{0,100}?(un|not )initiali[sz]ed|(un|not )initiali[sz]ed.{0,80}?epochs/i,
  ],
  [
    'RUNNERS_NOT_STARTED',
    /no producer (is |was |has been )?(ever )?(attached|registered|started)|(without|forgot|missing|never|not|did you|have to|must|should|need to|please) .{0,30}start_queue_runners|queue ?runners? (have |has |were |was |is |are )?(not|never) (been )?started|(queue|it) is (still )?open\b.{0,80}size 0|size 0\b.{0,60}\b(queue )?(is )?(still )?open\b/i,
  ],
  [
    'PATH_MISSING',
    /NotFoundError|\] Not found: |No such file or directory|ENOENT|files? not found|The system cannot find the (file|path)|WinError [23]\b|지정된 (파일|경로)을 찾을 수|系统找不到指定的|!_?s(size|rc)\.empty\(\)|'NoneType' object has no attribute 'shape'/i,
  ],
  [
    'NOT_AN_IMAGE',
    /Unable to decode bytes as JPEG, PNG|got unknown format starting with|Not a JPEG file: starts with 0x(?!89 0x50|47 0x49|42 0x4d|52 0x49)|not an image|cannot identify image file|Unknown image file format/i,
  ],
  [
    'FORMAT_MISMATCH',
    /Invalid PNG header|Not a PNG|Not a JPEG file: starts with 0x(89 0x50|47 0x49|42 0x4d|52 0x49)|Invalid GIF|got (GIF|PNG|JPEG|BMP|WebP|HEIC)\b|Trying to decode (PNG|GIF|JPEG|BMP)|decode_(png|jpeg|gif|bmp).{0,60}\bon (a )?(jpe?g|png|gif|bmp)/i,
  ],
  [
    'DECODE_ERROR',
    /Invalid JPEG data|Failed to decode image|Premature end of JPEG|Corrupt JPEG|got empty file|image file is truncated|truncated at [\d,]+|libpng error|CRC error|jpeg::Uncompress failed/i,
  ],
  [
    'SHAPE_MISMATCH',
    /Input to reshape is a tensor with|requested shape has|All (the )?input arrays? (must have the same shape|dimensions)|Cannot batch tensors with different shapes|number of elements does not match\. Shapes are|Cannot feed value of shape|stack expects each tensor to be equal size|Shapes of all inputs must match|Incompatible shapes|shape mismatch/i,
  ],
  [
    'CHANNELS_MISMATCH',
    /must have \d channels? but instead has \d|Number of channels|Expected image with \d channels|does not match bits per pixel|channels? must be/i,
  ],
  ['BIT_DEPTH', /Unsupported (bit depth|channel depth)|16-bit (PNG|PGM)|bit depth \d+ (is )?not supported/i],
  [
    'MANIFEST_COLUMNS',
    /Expect \d+ fields but have \d+|IndexError: list index out of range|not enough values to unpack|too many values to unpack/i,
  ],
  [
    'MANIFEST_LABEL_NOT_INT',
    /invalid literal for int\(\)|could not convert string to (float|int)|Field \d+ in record \d+ is not a valid int(32|64)/i,
  ],
  ['MANIFEST_ENCODING', /UnicodeDecodeError: '[\w-]{1,20}' codec can't decode/i],
  ['MANIFEST_BOM', /\\ufeff|\uFEFF|ï»¿/],
  ['MANIFEST_CRLF', /\.(jpe?g|png|gif|bmp|webp|p[gp]m)(\\r|\r(?!\n))/i],
  ['MANIFEST_QUOTED_COMMA', /Unquoted fields cannot have quotes|Quote inside a string has to be escaped/i],
  [
    'LABEL_RANGE',
    /label value of -?\d+ which is outside the valid range|labels? (was |is |are )?out of range|would train against an all-zero target/i,
  ],
  [
    'EMPTY_INPUT',
    /requires a non-null input tensor|list is empty|must contain at least one|string_input_producer.{0,40}(null|empty)|num_samples=0\b|0 usable images/i,
  ],
  ['RECORD_CORRUPT', /DataLossError|corrupted record|truncated record|crc mismatch/i],
  [
    'FEATURE_MISSING',
    /is required but could not be found|Can't parse serialized Example|Values size: \d+ but output shape/i,
  ],
  [
    'READER_DISAGREE',
    /Shared queue .{0,80} (has|but)|has component types|Shape mismatch in tuple component|expected component type|Trying to enqueue .{0,60}dtype/i,
  ],
  [
    'RESOURCE',
    /No space left on device|ENOSPC|Too many open files|EMFILE|ENFILE|Permission denied|EACCES|ResourceExhaustedError|\bOOM\b|out of memory|exit(ed)?( with)?( code| status)? 137|Stale file handle|ESTALE|Transport endpoint is not connected|Access is denied|WinError 5\b|^Killed$/im,
  ],
  [
    'NAN_INPUT',
    /Tensor had (NaN|Inf)\b|contains? (NaN|Inf)\b|\b(NaN|Inf) values?|\bNan in summary|loss (is|was|=) ?nan\b|NanLoss|CheckNumerics/i,
  ],
  [
    'STEPS_GT_DATA',
    /input ran out of data|Reached limit of \d+|End of sequence|epoch limit reached|data ends after [\d,]+ batch/i,
  ],
  ['BATCH_GT_DATA', /no batch can ever be filled/i],
  ['SLOW_PRODUCER', /waits? \d+(\.\d+)? ?% of the time for data/i],
  [
    'EARLY_CLOSE',
    /(Enqueue|Dequeue) operation was cancelled|Session has been closed|Run call was cancelled|Step was cancelled|closed Session|Coordinator (has )?(been )?stop|CancelledError|closed early|queue '[^'\n]{1,300}' is already closed|KeyboardInterrupt/i,
  ],
];
// Files that are no pictures of the list: shared libraries that are looked for at the start, and checkpoints.
const FOREIGN =
  /^.*(cannot open shared object file|dso_loader|LD_LIBRARY_PATH|not found in checkpoint|TensorSliceReader|\.ckpt\b).*$/gim;
const blank = (line: string): string => ' '.repeat(line.length);

const CODE_NAMES = PATTERNS.map(([code]) => code).concat([
  'MANIFEST_BLANK_LINE',
  'MANIFEST_HEADER',
  'MANIFEST_CRLF',
  'MANIFEST_BOM',
  'MANIFEST_DELIMITER',
  'LABEL_NAME_CONFLICT',
  'CLASS_MISSING',
  'LEAK_EXACT',
]);

/** Reads the queue, what was requested and what was there; null when the text names no queue. */
export function queueMessage(text: string): QueueMessage | null {
  const told = decisive(text);
  return told === null ? looseMessage(text) : looseMessage(told);
}

// A log tells of every queue that closes. The one that a batch was asked of decides: those before it, which hand out
// file names one by one, close as a consequence.
function decisive(text: string): string | null {
  const sentences =
    text.match(
      /queue\s+\\?['"`‘][^'"`’\n]{1,300}['"`’]\s+is\s+closed\s+and\s+has\s+insufficient\s+elements\s+\(requested\s+\d+,\s*current\s+size\s+\d+/gi,
    ) ?? [];
  return sentences.find((sentence) => !handsOutRows(sentence)) ?? sentences[0] ?? null;
}

function looseMessage(text: string): QueueMessage | null {
  const numbers = /requested\s+(\d+)\s*,\s*current size\s+(\d+)/i.exec(text);
  const named =
    /queue\s+(?!(?:operation|runners?|size|capacity|is|was|were|has|have|had|are|and|to|for|of|in|on|the|that|with|still|not|closed|open|empty|full)\b)\\?['"`‘’]?(?:_\d+_)?([\w./:-]+?)(?:\/(?:\w+_)?(?:fifo|shuffle|padding|priority)\w*|\/queue|(?:\/input_producer)?(?:\/fraction_of_\d+_full)+|(?<=input_producer(?:_\d+)?)\/input_producer)?\\?['"`‘’]?(?=\s|$|[.,;:)])/i.exec(
      quoted(text) ?? text,
    );
  const queue = named?.[1] ?? null;
  if (!numbers && !/queue/i.test(text)) return null;
  return {
    queue: queue ?? '',
    requested: numbers ? number(numbers[1]!) : null,
    currentSize: numbers ? number(numbers[2]!) : null,
    closed: /is closed|has been closed|was closed/i.test(text),
  };
}

// The sentence that names the queue in quotes beats any other mention of the word.
const quoted = (text: string): string | null => /queue\s+\\?['"`‘][^'"`’]+['"`’]/i.exec(text)?.[0] ?? null;

/** Which split a queue of the original pipeline feeds: `batch` and `input_producer` come first, the `_1` ones second. */
export function splitOfQueue(queue: string): 'TRAINING' | 'VALIDATION' | null {
  if (/valid|eval|test/i.test(queue)) return 'VALIDATION';
  if (/train/i.test(queue)) return 'TRAINING';
  const last = /(?:^|\/)(?:batch|shuffle_batch|batch_join|shuffle_batch_join|input_producer)(_\d+)?$/.exec(
    queue,
  );
  if (!last) return null;
  return last[1] === undefined ? 'TRAINING' : last[1] === '_1' ? 'VALIDATION' : null;
}

/** Every cause the text shows signs of, in the order of the text: the first exception is the one that counts. */
export function textSigns(text: string): TextSign[] {
  const found: (TextSign & { at: number })[] = [];
  const told = text.replace(FOREIGN, blank);
  for (const [code, pattern] of PATTERNS) {
    const match = pattern.exec(told);
    if (match) found.push({ code, at: match.index, evidence: lineAt(text, match.index) });
  }
  for (const code of CODE_NAMES) {
    const match = new RegExp(`\\b${code}\\b`).exec(text);
    if (match && !found.some((sign) => sign.code === code))
      found.push({ code, at: match.index, evidence: lineAt(text, match.index) });
  }
  return found.sort((a, b) => a.at - b.at).map(({ code, evidence }) => ({ code, evidence }));
}

function lineAt(text: string, at: number): string {
  const start = text.lastIndexOf('\n', at) + 1;
  const end = text.indexOf('\n', at);
  const line = text.slice(start, end < 0 ? text.length : end).trim();
  return line.length > 200 ? `${line.slice(0, 200)}...` : line;
}

/** A queue that hands out single rows or file names, or whole batches (prefetch): what was requested of it says nothing about a batch. */
export const handsOutRows = (queue: string): boolean =>
  /producer|path_queue|filename|prefetch|parallel_read|common_queue/i.test(queue);

const number = (digits: string): number => Math.min(Number(digits), Number.MAX_SAFE_INTEGER);
