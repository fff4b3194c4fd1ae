import { createCipheriv, createDecipheriv, createHash, hkdfSync, randomBytes } from 'node:crypto';

/** Seals secrets for the database: AES-256-GCM with the key's id in front, so that keys can be rotated. */
export class SecretBox {
  private readonly keys: { id: string; key: Buffer }[];

  /** The first passphrase seals, all of them open. */
  constructor(passphrases: readonly string[]) {
    if (passphrases.length === 0) throw new Error('a secret box needs a key');
    this.keys = passphrases.map((passphrase) => ({
      id: createHash('sha256').update(`untoil key id ${passphrase}`).digest('hex').slice(0, 8),
      key: Buffer.from(hkdfSync('sha256', passphrase, 'untoil', 'secret-box', 32)),
    }));
  }

  /** Text as `keyId.nonce.tag.ciphertext`, each part base64url but the id. */
  seal(plain: string): string {
    const [{ id, key }] = this.keys as [{ id: string; key: Buffer }];
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
}
