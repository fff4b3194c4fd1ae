import iconv from 'iconv-lite';

export const IMPORT_ENCODINGS = ['UTF_8', 'CP949'] as const;
export type ImportEncoding = (typeof IMPORT_ENCODINGS)[number];

/** The text of a file. Without a named encoding: UTF-8 (with or without BOM), and what is not valid UTF-8 is Korean CP949. */
export function textOf(bytes: Buffer, encoding: ImportEncoding | null): string {
  if (encoding === 'CP949') return iconv.decode(bytes, 'cp949');
  try {
    return new TextDecoder('utf-8', { fatal: encoding === null }).decode(bytes);
  } catch {
    return iconv.decode(bytes, 'cp949');
  }
}
