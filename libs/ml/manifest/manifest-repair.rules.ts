import type { FindingCode } from '../check/finding.js';
import { readManifest } from './manifest.rules.js';
import { csvFields, manifestText } from './manifest-text.rules.js';

/** One line that a repair changes; after is null when the line goes. */
export interface LineRepair {
  /** Physical line before the repair, 1-based. */
  line: number;
  before: string;
  after: string | null;
  /** What it repairs. */
  codes: FindingCode[];
}

/** A repaired manifest: UTF-8, LF, commas, no header, no blank lines. */
export interface ManifestRepair {
  text: string;
  changes: LineRepair[];
  /** Lines that still cannot be read. */
  remaining: number;
}

const DELIMITERS = [';', '\t', '|'];

/**
 * Repairs what can be repaired without guessing: byte order mark, carriage returns, CP949, blank lines, a header, another
 * delimiter, and paths by `rewritePath`, which finds their files. Everything else stays as it is and is counted.
 */
export function repairManifest(
  bytes: Uint8Array,
  rewritePath: (path: string) => string = (path) => path,
): ManifestRepair {
  const { lines, bom, carriageReturns, korean } = manifestText(bytes);
  const returns = new Set(carriageReturns);
  const recoded = new Set(korean);
  const found = new Map<number, FindingCode[]>();
  for (const { line, code } of readManifest(bytes).faults)
    found.set(line, [...(found.get(line) ?? []), code]);
  const changes: LineRepair[] = [];
  const kept: string[] = [];
  for (const [i, before] of lines.entries()) {
    const line = i + 1;
    const codes = found.get(line) ?? [];
    const dropped = codes.some((code) => code === 'MANIFEST_BLANK_LINE' || code === 'MANIFEST_HEADER');
    const delimited = codes.includes('MANIFEST_DELIMITER') ? withCommas(before) : before;
    const after = dropped ? null : withPath(delimited, rewritePath);
    const repaired = codes.filter((code) => REPAIRED.includes(code));
    if (after !== null && after !== delimited) repaired.push('PATH_MISSING');
    if (after !== null) kept.push(after);
    const marked = (line === 1 && bom) || returns.has(line) || recoded.has(line);
    if (after !== before || marked)
      changes.push({
        line,
        before: shown(before, line === 1 && bom, returns.has(line), recoded.has(line)),
        after,
        codes: repaired,
      });
  }
  const text = kept.map((line) => `${line}\n`).join('');
  const remaining = readManifest(new TextEncoder().encode(text)).faults.filter(
    ({ severity }) => severity === 'FAIL',
  ).length;
  return { text, changes, remaining };
}

const REPAIRED: readonly FindingCode[] = [
  'MANIFEST_BOM',
  'MANIFEST_CRLF',
  'MANIFEST_ENCODING',
  'MANIFEST_BLANK_LINE',
  'MANIFEST_HEADER',
  'MANIFEST_DELIMITER',
];

// What cannot be seen is shown: the diff would have two equal lines else.
const shown = (line: string, bom: boolean, cr: boolean, cp949: boolean): string =>
  `${bom ? '\\ufeff' : ''}${line}${cr ? '\\r' : ''}${cp949 ? ' (CP949)' : ''}`;

function withCommas(line: string): string {
  const mark = DELIMITERS.find((one) => line.split(one).length === 3);
  return mark === undefined
    ? line
    : line
        .split(mark)
        .map((field, i) => quoted(i === 0 ? field : field.trim()))
        .join(',');
}

function withPath(line: string, rewrite: (path: string) => string): string {
  const fields = csvFields(line)?.fields;
  const [path, ...rest] = fields ?? [];
  if (path === undefined || rest.length !== 2) return line;
  const next = rewrite(path);
  return next === path ? line : [next, ...rest].map(quoted).join(',');
}

const quoted = (field: string): string => (/[",]/.test(field) ? `"${field.replaceAll('"', '""')}"` : field);

/** The first changes as a diff that people read. */
export const repairDiff = (changes: readonly LineRepair[], most: number): string =>
  changes
    .slice(0, most)
    .map(
      ({ line, before, after }) => `@@ line ${line} @@\n-${before}\n${after === null ? '' : `+${after}\n`}`,
    )
    .join('');
