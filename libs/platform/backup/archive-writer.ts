import { createWriteStream } from 'node:fs';
import { open, rename, rm } from 'node:fs/promises';
import { dirname } from 'node:path';
import type { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { ZipFile } from 'yazl';
import { Measure } from './measure.js';

/** Writes one zip, an entry after the other, in a stream: nothing is held in memory, and the name appears when it is whole. */
export class ArchiveWriter {
  private readonly zip = new ZipFile();
  private readonly draft: string;
  private readonly written: Promise<void>;
  private readonly broken: Promise<never>;

  constructor(private readonly path: string) {
    this.draft = `${path}.partial`;
    this.written = pipeline(
      this.zip.outputStream,
      createWriteStream(this.draft, { flags: 'wx', mode: 0o600, flush: true }),
    );
    this.broken = new Promise((_, fail) => {
      this.zip.once('error', fail);
      this.written.catch(fail);
    });
    // Whoever waits for an entry hears of it; before the first one nobody does.
    this.broken.catch(() => undefined);
  }

  /** Adds what the stream brings; resolves when all of it is in the archive. */
  async add(name: string, content: Readable, compress: boolean): Promise<Measure> {
    const measure = new Measure();
    this.zip.addReadStream(measure, name, { compress, mode: 0o100600 });
    await Promise.race([pipeline(content, measure), this.broken]);
    return measure;
  }

  addText(name: string, text: string): void {
    this.zip.addBuffer(Buffer.from(text), name, { mode: 0o100600 });
  }

  /** Ends the archive and gives it its name; on the disk when this resolves. */
  async finish(): Promise<void> {
    this.zip.end();
    await Promise.race([this.written, this.broken]);
    await rename(this.draft, this.path);
    const folder = await open(dirname(this.path), 'r');
    await folder.sync().finally(() => folder.close());
  }

  async discard(): Promise<void> {
    await rm(this.draft, { force: true });
  }
}
