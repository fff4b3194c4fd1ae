import iconv from 'iconv-lite';
import { cp949Text } from '../manifest/cp949.rules.js';

/**
 * The name of an archive's entry from its bytes: UTF-8 when they are that, else CP949 (what Korean Windows writes
 * without a mark), else CP437 (what the format says). Composed Unicode; backslashes of other archivers are slashes.
 */
export function archiveName(raw: Uint8Array): string {
  const bytes = Buffer.from(raw);
  return (utf8(bytes) ?? cp949Text(bytes) ?? iconv.decode(bytes, 'cp437'))
    .normalize('NFC')
    .replaceAll('\\', '/');
}

function utf8(bytes: Buffer): string | null {
  const text = bytes.toString('utf8');
  return text.includes('\ufffd') ? null : text;
}
