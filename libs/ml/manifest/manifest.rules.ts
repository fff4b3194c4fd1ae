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
]);
const DELIMITERS: [mark: string, name: string][] = [
  [';', 'semicolon'],
  ['\t', 'tab'],
  ['|', 'bar'],
];

/**
 * Reads `path,name,label` without header. Byte order mark, CR, blank lines and a header are repaired and reported;
 * wrong columns, another delimiter and a label that is no integer leave that row out. Nothing stops the reading.
 */
export function readManifest(bytes: Uint8Array): Manifest {
  const text = manifestText(bytes);
  const manifest: Manifest = { rows: [], faults: wholeFileFaults(text) };
  for (const [i, line] of text.lines.entries()) readLine(line, i + 1, manifest);
  return manifest;
}

function wholeFileFaults({ bom, carriageReturns }: ManifestText): LineFault[] {
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
  return faults;
}

function readLine(text: string, line: number, manifest: Manifest): void {
  const fault = (code: FindingCode, severity: Severity, message: string): void => {
    manifest.faults.push({ code, severity, line, message: `line ${line} ${message}` });
  };
  if (text.trim() === '') return fault('MANIFEST_BLANK_LINE', 'WARN', 'is blank');
  const cut = csvFields(text);
  if (!cut)
    return fault('MANIFEST_COLUMNS', 'FAIL', 'has a quote that is not closed, or text behind a closed one');
  const { fields, quotedComma } = cut;
  if (line === 1 && isHeader(fields.length === 1 ? splitOther(text) : fields))
    return fault('MANIFEST_HEADER', 'WARN', 'looks like a header');
  if (fields.length !== 3) return columnsFault(text, fields, fault);
  const [path, name, label] = [fields[0]!, fields[1]!.trim(), fields[2]!.trim()];
  if (path.trim() === '' || name === '')
    return fault('MANIFEST_COLUMNS', 'FAIL', `has an empty ${path.trim() === '' ? 'path' : 'label name'}`);
  if (!/^[+-]?\d+$/.test(label))
    return fault(
      'MANIFEST_LABEL_NOT_INT',
      'FAIL',
      `has the label "${shown(label)}", which is not an integer`,
    );
  if (quotedComma)
    fault(
      'MANIFEST_QUOTED_COMMA',
      'WARN',
      'has a comma inside quotes: read as one field, cut in two by readers that split at commas',
    );
  manifest.rows.push({ line, path, name, label: Number(label) });
}

type Report = (code: FindingCode, severity: Severity, message: string) => void;

function columnsFault(text: string, fields: string[], fault: Report): void {
  const other = DELIMITERS.find(([mark]) => fields.length < 3 && text.split(mark).length === 3);
  if (other) return fault('MANIFEST_DELIMITER', 'FAIL', `is delimited by ${other[1]}, not by comma`);
  const hint = fields.length > 3 ? ' (a comma in a path needs quotes)' : '';
  fault(
    'MANIFEST_COLUMNS',
    'FAIL',
    `has ${fields.length} column${fields.length === 1 ? '' : 's'}, not 3${hint}`,
  );
}

// A first row of data has a path in its first column (a dot or a slash); a header has words.
function isHeader(fields: string[]): boolean {
  const words = fields.map((field) => field.trim().toLowerCase().replaceAll(' ', '_'));
  const last = words.at(-1) ?? '';
  if (/^[+-]?\d+$/.test(last)) return false;
  const known = words.filter((word) => HEADER_WORDS.has(word)).length;
  return (
    known >= 2 ||
    (known === 1 && HEADER_WORDS.has(words[0]!)) ||
    (words.length === 3 && !/[./\\]/.test(words[0]!) && HEADER_WORDS.has(last))
  );
}

const splitOther = (text: string): string[] => text.split(/[;\t|]/);
const shown = (value: string): string => (value.length > 40 ? `${value.slice(0, 40)}...` : value);
