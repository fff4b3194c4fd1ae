import { Injectable } from '@nestjs/common';
import { hash, verify } from '@node-rs/argon2';
import { Refusal } from '../refusal/refusal.js';

// argon2id with OWASP's second choice: 19 MiB, 2 passes, 1 lane; about 25 ms of one core.
const COST = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };
const LEAST = 10;
const MOST = 256;

/** Keeps passwords as argon2id. Hashing runs on a thread of its own. */
@Injectable()
export class Passwords {
  // What a wrong name is compared with, so that it takes as long to refuse as a wrong password.
  private readonly decoy = hash('the account that does not exist', COST);

  /** The stored form; refuses passwords that are too short, too long or only one character. */
  async store(password: string, path: string[]): Promise<string> {
    const length = [...password].length;
    if (length < LEAST || length > MOST || new Set(password).size < 4) {
      throw new Refusal(
        'INVALID_INPUT',
        `A password has ${LEAST} to ${MOST} characters, and at least four different ones.`,
        path,
      );
    }
    return hash(password.normalize('NFKC'), COST);
  }

  /** Whether it is the password. Takes equally long when there is no account or it has no password. */
  async matches(stored: string | null | undefined, password: string): Promise<boolean> {
    const right = await verify(stored ?? (await this.decoy), password.slice(0, MOST * 4).normalize('NFKC'));
    return right && Boolean(stored);
  }
}
