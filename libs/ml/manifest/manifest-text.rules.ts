/** A manifest as text in physical lines (1-based by place + 1), without terminators. */
export interface ManifestText {
  lines: string[];
  /** It starts with a byte order mark, which is not part of the first path. */
  bom: boolean;
  /** Lines that end in CR LF or CR. */
  carriageReturns: number[];
}

/** Decodes UTF-8, or UTF-16 by its byte order mark, and cuts at LF, CR LF and CR. A terminator at the end opens no line. */
export function manifestText(bytes: Uint8Array): ManifestText {
  const utf16 =
    bytes[0] === 0xff && bytes[1] === 0xfe
      ? 'utf-16le'
      : bytes[0] === 0xfe && bytes[1] === 0xff
        ? 'utf-16be'
        : null;
  const utf8 = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf;
  const text = new TextDecoder(utf16 ?? 'utf-8').decode(bytes);
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
  return { lines, bom: utf8 || utf16 !== null, carriageReturns };
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
