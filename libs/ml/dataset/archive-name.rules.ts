import iconv from 'iconv-lite';

/**
 * The name of an archive's entry from its bytes: UTF-8 when they are that, else CP949 (what Korean Windows writes
 * without a mark), else CP437 (what the format says). Composed Unicode; backslashes of other archivers are slashes.
 */
export function archiveName(raw: Uint8Array): string {
  const bytes = Buffer.from(raw);
  return (utf8(bytes) ?? cp949(bytes) ?? iconv.decode(bytes, 'cp437')).normalize('NFC').replaceAll('\\', '/');
}

function utf8(bytes: Buffer): string | null {
  const text = bytes.toString('utf8');
  return text.includes('\ufffd') ? null : text;
}

// Most byte pairs are some character of CP949: only a text of Hangul, Hanja and ASCII is believed.
function cp949(bytes: Buffer): string | null {
  const text = iconv.decode(bytes, 'cp949');
  return /^[\x20-\x7e\uac00-\ud7a3\u3131-\u318e\u4e00-\u9fff\uf900-\ufaff\u3000-\u303f\uff00-\uffef\u00b7]*$/.test(
    text,
  )
    ? text
    : null;
}
