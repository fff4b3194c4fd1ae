import { type Entry, getFileNameLowLevel, openPromise, validateFileName, type ZipFile } from 'yauzl';
import { grouped, Refusal } from '#platform';
import { archiveName } from './archive-name.rules.js';

/** A file inside an archive, by its name in it. Nothing is ever written under that name. */
export interface ArchivedFile {
  name: string;
  entry: Entry;
}

/** The most that is taken from one archive. */
export const ARCHIVE_LIMITS = {
  entries: 20_000,
  /** Unpacked bytes of all entries together, as declared. */
  bytes: 4 * 1024 ** 3,
  /** Unpacked bytes of one entry. */
  entryBytes: 32 * 1024 ** 2,
  /** Unpacked over packed bytes of an entry of more than a megabyte: pictures hardly shrink. */
  ratio: 100,
} as const;

const SYMLINK = 0o120000;
const KIND = 0o170000;
const UTF8 = 0x800;
const UNICODE_PATH = 0x7075;
const bad = (message: string): Refusal => new Refusal('INVALID_INPUT', message, ['archive']);

/** A zip on disk. Its directory is judged as a whole before any entry is unpacked. */
export class ZipArchive {
  private constructor(
    private readonly zip: ZipFile,
    readonly files: readonly ArchivedFile[],
    /** Entries that are not taken, and why. */
    readonly refused: readonly { name: string; code: string; message: string }[],
  ) {}

  /** Refuses what is no zip, paths that lead outside, too many entries, and more bytes than fit. */
  static async open(path: string): Promise<ZipArchive> {
    const zip = await openPromise(path, {
      autoClose: false,
      lazyEntries: true,
      // Names are decoded here: archives made on Korean Windows write CP949 and say nothing.
      decodeStrings: false,
      validateEntrySizes: true,
    }).catch((error: Error) => {
      throw bad(`The archive cannot be read: ${error.message}`);
    });
    try {
      if (zip.entryCount > ARCHIVE_LIMITS.entries)
        throw bad(`The archive has ${zip.entryCount} entries; the most is ${ARCHIVE_LIMITS.entries}.`);
      return await ZipArchive.list(zip);
    } catch (error) {
      zip.close();
      throw error instanceof Refusal ? error : bad(`The archive cannot be read: ${(error as Error).message}`);
    }
  }

  private static async list(zip: ZipFile): Promise<ZipArchive> {
    const files: ArchivedFile[] = [];
    const refused: { name: string; code: string; message: string }[] = [];
    const names = new Set<string>();
    let total = 0;
    for await (const entry of zip.eachEntry()) {
      const stated = entryName(entry);
      const fault = validateFileName(stated);
      const name = unused(names, stated);
      if (fault !== null || stated.includes('\0'))
        throw bad(`The archive holds a path that leads outside: "${stated.slice(0, 120)}".`);
      total += entry.uncompressedSize;
      if (total > ARCHIVE_LIMITS.bytes) throw bad('The archive unpacks to more than 4 GiB.');
      const reason = unfit(entry);
      if (reason) refused.push({ name, ...reason });
      else files.push({ name, entry });
    }
    return new ZipArchive(zip, files, refused);
  }

  /** Unpacks one file into memory; stops as soon as it passes its limit, whatever the directory said. */
  async read({ entry }: ArchivedFile): Promise<Buffer> {
    const stream = await this.zip.openReadStreamPromise(entry);
    const chunks: Buffer[] = [];
    let size = 0;
    for await (const chunk of stream as AsyncIterable<Buffer>) {
      size += chunk.length;
      if (size > ARCHIVE_LIMITS.entryBytes) {
        stream.destroy();
        throw bad('an entry unpacks to more than it says');
      }
      chunks.push(chunk);
    }
    return Buffer.concat(chunks);
  }

  close(): void {
    this.zip.close();
  }
}

// With decodeStrings off the library hands names out as bytes, whatever its types say.
function entryName(entry: Entry): string {
  const raw: Buffer = entry.fileNameRaw;
  const unicodePath = entry.extraFields.some(({ id }) => id === UNICODE_PATH);
  const isUtf8 = (entry.generalPurposeBitFlag & UTF8) !== 0;
  if (!unicodePath && !isUtf8) return archiveName(raw);
  return archiveName(
    Buffer.from(getFileNameLowLevel(entry.generalPurposeBitFlag, raw, entry.extraFields, true)),
  );
}

// Two entries of one name are two files: neither may hide the other.
function unused(names: Set<string>, name: string): string {
  let own = name;
  for (let i = 2; names.has(own); i++) own = name.replace(/(\.[^./]*)?$/, ` (${i})$1`);
  names.add(own);
  return own;
}

function unfit(entry: Entry): { code: string; message: string } | null {
  const { uncompressedSize: size, compressedSize: packed } = entry;
  if (((entry.externalFileAttributes >>> 16) & KIND) === SYMLINK)
    return { code: 'NOT_AN_IMAGE', message: 'is a link' };
  if (entry.isEncrypted()) return { code: 'DECODE_ERROR', message: 'is encrypted' };
  if (size > ARCHIVE_LIMITS.entryBytes)
    return {
      code: 'DECODE_ERROR',
      message: `unpacks to ${grouped(size)} bytes; the most is ${grouped(ARCHIVE_LIMITS.entryBytes)}`,
    };
  if (size > 1024 ** 2 && size > packed * ARCHIVE_LIMITS.ratio)
    return { code: 'DECODE_ERROR', message: `unpacks to more than ${ARCHIVE_LIMITS.ratio} times its size` };
  return null;
}
