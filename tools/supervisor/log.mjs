import { createWriteStream, mkdirSync, renameSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';

const WARNING = 40;
const FATAL = 60;
const LARGEST_BYTES = 20 * 1024 * 1024;

const sizeOf = (path) => statSync(path, { throwIfNoEntry: false })?.size ?? 0;

function describe(line) {
  try {
    const entry = JSON.parse(line);
    return { level: entry.level, text: [entry.msg, entry.err?.message].filter(Boolean).join(': ') };
  } catch {
    return null;
  }
}

/** Keeps what the children say in files of one process each, and shows warnings in the terminal. */
export class Log {
  #files = new Map();

  constructor(folder) {
    this.folder = folder;
    mkdirSync(folder, { recursive: true, mode: 0o700 });
  }

  /** A line of the supervisor itself. */
  say(text) {
    process.stderr.write(`${text}\n`);
    this.write('supervisor', JSON.stringify({ time: Date.now(), msg: text }));
  }

  /** Appends one line; a file that has grown large is kept once under ".1" and begun anew. */
  write(name, line) {
    let file = this.#files.get(name);
    if (!file || file.bytes > LARGEST_BYTES) {
      const path = join(this.folder, `${name}.log`);
      file?.stream.end();
      if (sizeOf(path) > LARGEST_BYTES) renameSync(path, `${path}.1`);
      const stream = createWriteStream(path, { flags: 'a', mode: 0o600 });
      // A full disk must not end the supervisor: it is the one that stops the others in order.
      stream.on('error', () => undefined);
      file = { stream, bytes: sizeOf(path) };
      this.#files.set(name, file);
    }
    file.bytes += Buffer.byteLength(line) + 1;
    file.stream.write(`${line}\n`);
  }

  /** Takes both outputs of a child. */
  attach(name, child) {
    for (const stream of [child.stdout, child.stderr]) {
      createInterface({ input: stream }).on('line', (line) => {
        this.write(name, line);
        const entry = describe(line);
        if (!entry) process.stderr.write(`${name}: ${line}\n`);
        else if (entry.level >= WARNING) {
          process.stderr.write(`${name}: ${entry.level >= FATAL ? 'fatal: ' : ''}${entry.text}\n`);
        }
      });
    }
  }
}
