import iconv from 'iconv-lite';

/**
 * Bytes as CP949, what Korean Windows writes without a mark; null when they are not. Most byte pairs are some character
 * of it: only a text of Hangul, Hanja and ASCII is believed.
 */
export function cp949Text(bytes: Uint8Array): string | null {
  const text = iconv.decode(Buffer.from(bytes), 'cp949');
  return /^[\t\x20-\x7e\uac00-\ud7a3\u3131-\u318e\u4e00-\u9fff\uf900-\ufaff\u3000-\u303f\uff00-\uffef\u00b7]*$/.test(
    text,
  )
    ? text
    : null;
}
