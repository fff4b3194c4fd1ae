import { appendFileSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';

/** An entry that waits: sent later with the same key, so that it counts once, and with the instant from which its dates count. */
export interface Waiting {
  person: string;
  line: string;
  typedAt: string;
  idempotencyKey: string;
}

/** Entries typed while the server was away, in a file of one JSON line each. */
export class OfflineQueue {
  constructor(private readonly file: string) {}

  /** What waits, oldest first; a torn last line is left out. */
  list(): Waiting[] {
    let text = '';
    try {
      text = readFileSync(this.file, 'utf8');
    } catch {
      return [];
    }
    return text.split('\n').flatMap((line) => {
      try {
        return line.trim() === '' ? [] : [JSON.parse(line) as Waiting];
      } catch {
        return [];
      }
    });
  }

  /** Keeps one more. */
  add(entry: Waiting): void {
    mkdirSync(dirname(this.file), { recursive: true, mode: 0o700 });
    appendFileSync(this.file, `${JSON.stringify(entry)}\n`, { mode: 0o600 });
  }

  /** Drops one that was sent or refused. */
  drop(idempotencyKey: string): void {
    const rest = this.list().filter((entry) => entry.idempotencyKey !== idempotencyKey);
    if (rest.length === 0) {
      rmSync(this.file, { force: true });
      return;
    }
    const next = `${this.file}.next`;
    writeFileSync(next, rest.map((entry) => `${JSON.stringify(entry)}\n`).join(''), { mode: 0o600 });
    renameSync(next, this.file);
  }
}
