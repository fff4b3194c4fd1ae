import { createHash } from 'node:crypto';
import { crc32 } from 'node:zlib';

const PREFIX = 'utl_';
const ALPHABET = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz';
const SECRET_LENGTH = 32;
const CHECK_LENGTH = 6;
const SHAPE = new RegExp(`^${PREFIX}[0-9A-Za-z]{${SECRET_LENGTH + CHECK_LENGTH}}$`);

/** What is stored of a secret. The secrets have 160 bits or more, so a fast hash without salt is enough. */
export const hashOf = (secret: string): string => createHash('sha256').update(secret).digest('hex');

/**
 * A token from 24 or more random bytes: `utl_`, 32 characters that carry 190 bits of them, and 6 characters of CRC-32
 * over what comes before, so that a scanner can tell a real one from a typing error without asking us.
 */
export function tokenFrom(random: Uint8Array): string {
  const body = PREFIX + base62(BigInt(`0x${Buffer.from(random).toString('hex')}`), SECRET_LENGTH);
  return body + base62(BigInt(crc32(body)), CHECK_LENGTH);
}

/** Whether the text is one of our tokens by its form and checksum; says nothing about being valid. */
export function isToken(text: string): boolean {
  if (!SHAPE.test(text)) return false;
  const body = text.slice(0, -CHECK_LENGTH);
  return text.slice(-CHECK_LENGTH) === base62(BigInt(crc32(body)), CHECK_LENGTH);
}

/** The name under which somebody signs in, so that "Ana " and "ana" are one. */
export const signInNameOf = (name: string): string => name.normalize('NFKC').trim().toLowerCase();

function base62(value: bigint, length: number): string {
  let rest = value;
  let text = '';
  for (let place = 0; place < length; place++) {
    text = ALPHABET.charAt(Number(rest % 62n)) + text;
    rest /= 62n;
  }
  return text;
}
