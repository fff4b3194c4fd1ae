import type { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { type Entry, openPromise, type ZipFile } from 'yauzl';
import { BackupRefused } from './backup.errors.js';
import {
  type BackupManifest,
  MANIFEST,
  manifestSchema,
  objectEntry,
  SIGNATURE,
  tableEntry,
} from './manifest.js';
import { Measure } from './measure.js';

const MOST_MANIFEST_BYTES = 512 * 1024 ** 2;
const torn = (what: string): BackupRefused =>
  new BackupRefused(`The backup is torn or was altered: ${what}.`);

/** A backup on disk. Every byte of it is proven before any of it is used. */
export class ArchiveReader {
  private constructor(
    private readonly zip: ZipFile,
    private readonly entries: ReadonlyMap<string, Entry>,
    /** The manifest as it was signed, and its signature. */
    readonly signed: { text: string; signature: string },
    readonly manifest: BackupManifest,
  ) {}

  /** Reads the directory and the manifest; throws BackupRefused. */
  static async open(path: string): Promise<ArchiveReader> {
    const zip = await openPromise(path, {
      autoClose: false,
      lazyEntries: true,
      validateEntrySizes: true,
    }).catch((error: NodeJS.ErrnoException) => {
      throw error.code ? new BackupRefused(`${path} cannot be read: ${error.message}`) : torn(error.message);
    });
    try {
      const entries = new Map<string, Entry>();
      for await (const entry of zip.eachEntry()) {
        if (entries.has(entry.fileName)) throw torn(`${entry.fileName} is in it twice`);
        entries.set(entry.fileName, entry);
      }
      const text = await readText(zip, entries.get(MANIFEST), MANIFEST);
      const signature = await readText(zip, entries.get(SIGNATURE), SIGNATURE);
      return new ArchiveReader(zip, entries, { text, signature }, manifestOf(text));
    } catch (error) {
      zip.close();
      throw error instanceof BackupRefused ? error : torn((error as Error).message);
    }
  }

  /** Reads everything once; throws BackupRefused at the first byte that is not what the manifest says. */
  async prove(): Promise<void> {
    const { tables, objects } = this.manifest;
    const listed = [
      ...tables.map((table) => ({ ...table, name: tableEntry(table) })),
      ...objects.map((object) => ({ ...object, name: objectEntry(object.sha256) })),
    ];
    const names = new Set([MANIFEST, SIGNATURE, ...listed.map(({ name }) => name)]);
    for (const name of this.entries.keys())
      if (!names.has(name)) throw torn(`${name} is not in its manifest`);
    for (const { name, bytes, sha256 } of listed) {
      const measure = new Measure();
      try {
        await pipeline(await this.stream(name), measure, drain);
      } catch (error) {
        throw error instanceof BackupRefused ? error : torn(`${name}: ${(error as Error).message}`);
      }
      if (measure.bytes !== bytes || measure.digest() !== sha256)
        throw torn(`${name} is not what was written`);
    }
  }

  stream(name: string): Promise<Readable> {
    const entry = this.entries.get(name);
    if (!entry) throw torn(`${name} is missing`);
    return this.zip.openReadStreamPromise(entry);
  }

  close(): void {
    this.zip.close();
  }
}

async function drain(chunks: AsyncIterable<unknown>): Promise<void> {
  for await (const _ of chunks);
}

async function readText(zip: ZipFile, entry: Entry | undefined, name: string): Promise<string> {
  if (!entry) throw new BackupRefused(`This is no backup of Untoil: it has no ${name}.`);
  if (entry.uncompressedSize > MOST_MANIFEST_BYTES) throw torn(`${name} is too large`);
  const chunks: Buffer[] = await (await zip.openReadStreamPromise(entry)).toArray();
  return Buffer.concat(chunks).toString();
}

function manifestOf(text: string): BackupManifest {
  const json: unknown = JSON.parse(text);
  const read = manifestSchema.safeParse(json);
  if (read.success) return read.data;
  const format = (json as { format?: unknown } | null)?.format;
  if (typeof format === 'string' && format !== 'untoil-backup-1')
    throw new BackupRefused(`The backup is of the form ${format}, which this version does not read.`);
  throw torn('its manifest makes no sense');
}
