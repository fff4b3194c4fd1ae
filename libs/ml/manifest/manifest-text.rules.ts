import { cp949Text } from './cp949.rules.js';

/** A manifest as text in physical lines (1-based by place + 1), without terminators. */
export interface ManifestText {
  lines: string[];
  /** It starts with a byte order mark, which is not part of the first path. */
  bom: boolean;
  /** Lines that end in CR LF or CR. */
  carriageReturns: number[];
  /** Lines that are no UTF-8 and were read as CP949, what Korean Windows saves. */
  korean: number[];
  /** Lines that are neither: what they say is not known. */
  unreadable: number[];
}

/**
 * Decodes UTF-8, or UTF-16 by its byte order mark, and cuts at LF, CR LF and CR. A terminator at the end opens no line.
 * A line that is no UTF-8 is read as CP949, one by one, so that a damaged line does not change the others.
 */
export function manifestText(bytes: Uint8Array): ManifestText {
  const utf16 =
    bytes[0] === 0xff && bytes[1] === 0xfe
      ? 'utf-16le'
      : bytes[0] === 0xfe && bytes[1] === 0xff
        ? 'utf-16be'
        : null;
  const utf8 = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf;
  const whole = utf16 === null ? utf8Text(bytes) : new TextDecoder(utf16).decode(bytes);
  // One character for each byte: line ends stand where they stand in UTF-8 and in CP949.
  const text = whole ?? Buffer.from(utf8 ? bytes.subarray(3) : bytes).toString('latin1');
  const lines: string[] = [];
  const carriageReturns: number[] = [];
  const terminator = /\r\n|\r|\n/g;
  let start = 0;
  for (let match = terminator.exec(text); match; match = terminator.exec(text)) {
    lines.push(text.slice(start, match.index));
    if (match[0] !== '\n') carriageReturns.push(lines.length);
    start = terminator.lastIndex;
  }
  if (start < text.length) lines.push(text.slice(start));
  const read = { lines, bom: utf8 || utf16 !== null, carriageReturns, korean: [], unreadable: [] };
  return whole === null ? decodedByLine(read) : read;
}

function decodedByLine(text: ManifestText): ManifestText {
  const korean: number[] = [];
  const unreadable: number[] = [];
  const lines = text.lines.map((line, i) => {
    const bytes = Buffer.from(line, 'latin1');
    const plain = utf8Text(bytes);
    if (plain !== null) return plain;
    const read = cp949Text(bytes);
    (read === null ? unreadable : korean).push(i + 1);
    return read ?? bytes.toString('utf8');
  });
  return { ...text, lines, korean, unreadable };
}

function utf8Text(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}

/** One line cut into fields by RFC 4180: quotes may hold commas, a doubled quote is one; null when a quote is not closed. */
export function csvFields(line: string): { fields: string[]; quotedComma: boolean } | null {
  const fields: string[] = [];
  let quotedComma = false;
  let at = 0;
  for (;;) {
    if (line[at] === '"') {
      let value = '';
      for (at++; ; at++) {
        if (at >= line.length) return null;
        if (line[at] !== '"') value += line[at];
        else if (line[at + 1] === '"') value += line[at++];
        else break;
      }
      at++;
      if (at < line.length && line[at] !== ',') return null;
      quotedComma ||= value.includes(',');
      fields.push(value);
    } else {
      const end = line.indexOf(',', at);
      fields.push(line.slice(at, end < 0 ? line.length : end));
      at = end < 0 ? line.length : end;
    }
    if (at >= line.length) return { fields, quotedComma };
    at++;
  }
}
