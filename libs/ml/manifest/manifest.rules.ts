import type { FindingCode, Severity } from '../check/finding.js';
import { csvFields, type ManifestText, manifestText } from './manifest-text.rules.js';

/** A row that could be read: `path,name,label` on physical line `line`. */
export interface ManifestRow {
  line: number;
  path: string;
  name: string;
  label: number;
}

/** What is wrong with one line; WARN was repaired, FAIL leaves the row out. */
export interface LineFault {
  code: FindingCode;
  severity: Severity;
  line: number;
  message: string;
}

/** A whole manifest: every readable row and every fault, in one pass. */
export interface Manifest {
  rows: ManifestRow[];
  faults: LineFault[];
}

/** The most characters of a class name: it stands in answers, files and messages. */
export const LONGEST_NAME = 200;

const HEADER_WORDS = new Set([
  'path',
  'file',
  'filename',
  'file_name',
  'filepath',
  'file_path',
  'image',
  'image_path',
  'imagepath',
  'img',
  'picture',
  'url',
  'name',
  'label',
  'labels',
  'label_name',
  'class',
  'class_name',
  'id',
  'label_id',
  'class_id',
  'index',
  'target',
  'y',
  'person',
  'no',
  'number',
  '경로',
  '파일',
  '파일명',
  '사진',
  '이미지',
  '이름',
  '사람',
  '클래스',
  '라벨',
  '레이블',
  '번호',
]);
const DELIMITERS: [mark: string, name: string][] = [
  [';', 'semicolon'],
  ['\t', 'tab'],
  ['|', 'bar'],
];

/**
 * Reads `path,name,label` without header. Byte order mark, CR, CP949, blank lines and a header are repaired and reported;
 * wrong columns, another delimiter and a label that is no integer leave that row out. Nothing stops the reading.
 */
export function readManifest(bytes: Uint8Array): Manifest {
  const text = manifestText(bytes);
  const manifest: Manifest = { rows: [], faults: wholeFileFaults(text) };
  const unreadable = new Set(text.unreadable);
  let first = true;
  for (const [i, line] of text.lines.entries()) {
    readLine(line, i + 1, manifest, first, unreadable.has(i + 1));
    first &&= line.trim() === '';
  }
  return manifest;
}

function wholeFileFaults({ bom, carriageReturns, korean }: ManifestText): LineFault[] {
  const faults: LineFault[] = [];
  if (bom)
    faults.push({
      code: 'MANIFEST_BOM',
      severity: 'WARN',
      line: 1,
      message: 'the file starts with a byte order mark',
    });
  for (const line of carriageReturns) {
    faults.push({
      code: 'MANIFEST_CRLF',
      severity: 'WARN',
      line,
      message: `line ${line} ends in a carriage return`,
    });
  }
  for (const line of korean) {
    faults.push({
      code: 'MANIFEST_ENCODING',
      severity: 'WARN',
      line,
      message: `line ${line} is written in CP949, not in UTF-8`,
    });
  }
  return faults;
}

function readLine(text: string, line: number, manifest: Manifest, first: boolean, unreadable: boolean): void {
  const { row, faults } = unreadable
    ? refused('MANIFEST_COLUMNS', 'is text in neither UTF-8 nor CP949: save the manifest in UTF-8')
    : judgeLine(text, line, first);
  manifest.faults.push(
    ...faults.map((fault) => ({ ...fault, line, message: `line ${line} ${fault.message}` })),
  );
  if (row) manifest.rows.push(row);
}

interface LineJudgement {
  row: ManifestRow | null;
  faults: Omit<LineFault, 'line'>[];
}

const refused = (code: FindingCode, message: string): LineJudgement => ({
  row: null,
  faults: [{ code, severity: 'FAIL', message }],
});
const skippedLine = (code: FindingCode, message: string): LineJudgement => ({
  row: null,
  faults: [{ code, severity: 'WARN', message }],
});

function judgeLine(text: string, line: number, first: boolean): LineJudgement {
  if (text.trim() === '') return skippedLine('MANIFEST_BLANK_LINE', 'is blank');
  // No path and no name can hold one, and no database keeps it.
  if (text.includes('\0'))
    return refused('MANIFEST_COLUMNS', 'holds a zero byte: save the manifest as text in UTF-8');
  const cut = csvFields(text);
  if (!cut) return refused('MANIFEST_COLUMNS', 'has a quote that is not closed, or text behind a closed one');
  const { fields, quotedComma } = cut;
  // One name in two Unicode forms would be two classes that nobody can tell apart.
  const [path = '', name = '', label = ''] = fields.map((field, i) =>
    i === 0 ? field : field.trim().normalize('NFC'),
  );
  if (first && isHeader(fields.length === 1 ? splitOther(text) : fields)) {
    return skippedLine('MANIFEST_HEADER', 'looks like a header');
  }
  if (fields.length !== 3) return columnsFault(text, fields);
  if (path.trim() === '') return refused('MANIFEST_COLUMNS', 'has an empty path');
  if (name === '') return refused('MANIFEST_COLUMNS', 'has an empty label name');
  if (name.length > LONGEST_NAME)
    return refused('MANIFEST_COLUMNS', `has a label name of more than ${LONGEST_NAME} characters`);
  if (!/^[+-]?\d+$/.test(label)) {
    return refused('MANIFEST_LABEL_NOT_INT', `has the label "${shown(label)}", which is not an integer`);
  }
  const row = { line, path, name, label: Number(label) };
  if (!quotedComma) return { row, faults: [] };
  const message = 'has a comma inside quotes: read as one field, cut in two by readers that split at commas';
  return { row, faults: [{ code: 'MANIFEST_QUOTED_COMMA', severity: 'WARN', message }] };
}

function columnsFault(text: string, fields: string[]): LineJudgement {
  const other = DELIMITERS.find(([mark]) => fields.length < 3 && text.split(mark).length === 3);
  if (other) return refused('MANIFEST_DELIMITER', `is delimited by ${other[1]}, not by comma`);
  const hint = fields.length > 3 ? ' (a comma in a path needs quotes)' : '';
  return refused(
    'MANIFEST_COLUMNS',
    `has ${fields.length} column${fields.length === 1 ? '' : 's'}, not 3${hint}`,
  );
}

// A first row of data has a path in its first column (a dot or a slash) or a number in its last; a header has words.
function isHeader(fields: string[]): boolean {
  const words = fields.map((field) => field.trim().toLowerCase().replaceAll(' ', '_'));
  const last = words.at(-1) ?? '';
  if (/^[+-]?\d+$/.test(last)) return false;
  const known = words.filter((word) => HEADER_WORDS.has(word)).length;
  return (
    known >= 2 ||
    (known === 1 && HEADER_WORDS.has(words[0]!)) ||
    (words.length === 3 && !/[./\\]/.test(words[0]!) && (HEADER_WORDS.has(last) || words.every(isWord)))
  );
}

const isWord = (text: string): boolean => /^[\p{L}\p{M}_-]+$/u.test(text);
const splitOther = (text: string): string[] => text.split(/[;\t|]/);
const shown = (value: string): string => (value.length > 40 ? `${value.slice(0, 40)}...` : value);
