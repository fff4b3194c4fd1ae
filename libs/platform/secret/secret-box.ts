import {
  createCipheriv,
  createDecipheriv,
  createHash,
  createHmac,
  hkdfSync,
  randomBytes,
  timingSafeEqual,
} from 'node:crypto';

interface Key {
  id: string;
  key: Buffer;
  /** For signatures: a key serves one purpose. */
  signing: Buffer;
}

/** Seals secrets for the database (AES-256-GCM) and signs what must not change (HMAC-SHA-256); the key's id stands in front, so that keys can be rotated. */
export class SecretBox {
  private readonly keys: Key[];

  /** The first passphrase seals, all of them open. */
  constructor(passphrases: readonly string[]) {
    if (passphrases.length === 0) throw new Error('a secret box needs a key');
    this.keys = passphrases.map((passphrase) => ({
      id: createHash('sha256').update(`untoil key id ${passphrase}`).digest('hex').slice(0, 8),
      key: Buffer.from(hkdfSync('sha256', passphrase, 'untoil', 'secret-box', 32)),
      signing: Buffer.from(hkdfSync('sha256', passphrase, 'untoil', 'signature', 32)),
    }));
  }

  /** The key that seals and signs. */
  get keyId(): string {
    return (this.keys as [Key])[0].id;
  }

  /** Whether what was sealed or signed with that key can be opened here. */
  knows(keyId: string): boolean {
    return this.keys.some(({ id }) => id === keyId);
  }

  /** Text as `keyId.nonce.tag.ciphertext`, each part base64url but the id. */
  seal(plain: string): string {
    const [{ id, key }] = this.keys as [Key];
    const nonce = randomBytes(12);
    const cipher = createCipheriv('aes-256-gcm', key, nonce);
    const sealed = Buffer.concat([cipher.update(plain, 'utf8'), cipher.final()]);
    return [id, ...[nonce, cipher.getAuthTag(), sealed].map((part) => part.toString('base64url'))].join('.');
  }

  /** Throws when the key is not known or a bit was changed. */
  open(sealed: string): string {
    const [id, ...parts] = sealed.split('.');
    const known = this.keys.find((candidate) => candidate.id === id);
    if (!known || parts.length !== 3) throw new Error('sealed with a key that this process does not have');
    const [nonce, tag, body] = parts.map((part) => Buffer.from(part, 'base64url')) as [
      Buffer,
      Buffer,
      Buffer,
    ];
    const decipher = createDecipheriv('aes-256-gcm', known.key, nonce).setAuthTag(tag);
    return Buffer.concat([decipher.update(body), decipher.final()]).toString('utf8');
  }

  /** A signature of the text as `keyId.hmac`. */
  sign(text: string): string {
    const [{ id, signing }] = this.keys as [Key];
    return `${id}.${hmac(signing, text).toString('base64url')}`;
  }

  /** Whether this installation signed exactly this text. */
  isSigned(text: string, signature: string): boolean {
    const [id, stated = ''] = signature.split('.');
    const known = this.keys.find((candidate) => candidate.id === id);
    const given = Buffer.from(stated, 'base64url');
    const expected = known && hmac(known.signing, text);
    return expected !== undefined && given.length === expected.length && timingSafeEqual(given, expected);
  }
}

const hmac = (key: Buffer, text: string): Buffer => createHmac('sha256', key).update(text).digest();
