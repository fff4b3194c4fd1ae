import { constants } from 'node:fs';
import { type FileHandle, open, realpath, stat } from 'node:fs/promises';
import { isAbsolute, join, resolve, sep } from 'node:path';
import { Inject, Injectable } from '@nestjs/common';
import { CONFIG, type Config, grouped, Refusal } from '#platform';
import { MOST_FILE_BYTES } from '../image/picture-policy.js';
import type { RowFault } from './dataset-row.entity.js';

const MOST_MANIFEST_BYTES = 128 * 1024 * 1024;

/** The folders that datasets may be read from. Nothing is ever read that lies outside of them, through links neither. */
@Injectable()
export class ImportRoots {
  private readonly given: readonly string[];

  constructor(@Inject(CONFIG) config: Config) {
    this.given = config.importRoots;
  }

  /** The real path of a folder under an import root; refuses with PATH_NOT_ALLOWED or NOT_FOUND. */
  async folder(path: string, at: string[]): Promise<string> {
    const candidates = isAbsolute(path) ? [resolve(path)] : this.given.map((root) => resolve(root, path));
    const found = await this.firstReal(candidates, path, at);
    if (!(await stat(found)).isDirectory()) throw new Refusal('NOT_FOUND', `"${path}" is not a folder.`, at);
    return found;
  }

  /** The real path of a manifest, given absolute or relative to the dataset's root. */
  async manifest(root: string, path: string, at: string[]): Promise<string> {
    const found = await this.firstReal([resolve(root, path)], path, at);
    const { size, ...kind } = await stat(found).then((stats) => ({ size: stats.size, file: stats.isFile() }));
    if (!kind.file) throw new Refusal('NOT_FOUND', `The manifest "${path}" is not a file.`, at);
    if (size > MOST_MANIFEST_BYTES)
      throw new Refusal('INVALID_INPUT', `The manifest "${path}" is larger than 128 MiB.`, at);
    return found;
  }

  /** Reads a manifest by its real path, which may have become another one since; null when it cannot be read any more. */
  async readManifest(path: string): Promise<Buffer | null> {
    const file = await this.openReal(path).catch(() => null);
    try {
      if (!file) return null;
      const stats = await file.stat();
      return stats.isFile() && stats.size <= MOST_MANIFEST_BYTES ? await file.readFile() : null;
    } finally {
      await file?.close();
    }
  }

  /** The bytes of a picture named by a manifest row, or what stands in the way. A relative path must not leave the root. */
  async readPicture(root: string, path: string): Promise<Buffer | RowFault> {
    const full = resolve(root, path);
    // A path that climbs out of the root is refused; one written in full may lie under any import root.
    const inside =
      full.startsWith(root.endsWith(sep) ? root : root + sep) ||
      (isAbsolute(path) && (await this.isAllowed(full)));
    if (path.includes('\0') || !inside) return missing('leads outside of the root and is not read');
    let file: FileHandle | null = null;
    try {
      file = await this.openReal(full);
      if (!file) return missing('is a link that leads outside of the import roots and is not read');
      const stats = await file.stat();
      if (!stats.isFile())
        return {
          code: 'NOT_AN_IMAGE',
          severity: 'FAIL',
          message: `is a ${stats.isDirectory() ? 'folder' : 'device'}, not an image`,
        };
      if (stats.size > MOST_FILE_BYTES) {
        return {
          code: 'DECODE_ERROR',
          severity: 'FAIL',
          message: `has ${grouped(stats.size)} bytes; the most is ${grouped(MOST_FILE_BYTES)}`,
        };
      }
      return await file.readFile();
    } catch (error) {
      return ioFault(error);
    } finally {
      await file?.close();
    }
  }

  /** Whether a path under the root is a file that may be read; for probing remedies. */
  async exists(root: string, path: string): Promise<boolean> {
    if (path.includes('\0')) return false;
    try {
      const real = await realpath(resolve(root, path));
      return (await this.isAllowed(real)) && (await stat(real)).isFile();
    } catch {
      return false;
    }
  }

  /** The import roots as they were configured, for probing. */
  roots(): readonly string[] {
    return this.given;
  }

  private async firstReal(candidates: string[], shown: string, at: string[]): Promise<string> {
    if (this.given.length === 0)
      throw new Refusal('PATH_NOT_ALLOWED', 'No import roots are configured: set UNTOIL_IMPORT_ROOTS.', at);
    const outside = () =>
      new Refusal(
        'PATH_NOT_ALLOWED',
        `"${shown}" lies under none of the import roots (UNTOIL_IMPORT_ROOTS).`,
        at,
      );
    if (shown.includes('\0')) throw outside();
    let lexical = false;
    for (const candidate of candidates) {
      const real = await realpath(candidate).catch(() => null);
      if (real !== null && (await this.isAllowed(real))) return real;
      lexical ||= real === null && (await this.isAllowed(candidate));
    }
    // What lies outside is refused in the same words whether it exists or not.
    throw lexical ? new Refusal('NOT_FOUND', `"${shown}" does not exist.`, at) : outside();
  }

  // Opened by its real path and without waiting: a pipe would hold the job for ever.
  private async openReal(path: string): Promise<FileHandle | null> {
    const real = await realpath(path);
    if (!(await this.isAllowed(real))) return null;
    return open(real, constants.O_RDONLY | constants.O_NONBLOCK | constants.O_NOFOLLOW);
  }

  private async isAllowed(path: string): Promise<boolean> {
    for (const given of this.given) {
      const root = await realpath(given).catch(() => given);
      for (const one of [root, given])
        if (path === one || path.startsWith(one.endsWith(sep) ? one : join(one, sep))) return true;
    }
    return false;
  }
}

const missing = (message: string): RowFault => ({ code: 'PATH_MISSING', severity: 'FAIL', message });

function ioFault(error: unknown): RowFault {
  const code = (error as { code?: string }).code ?? 'unknown';
  const absent = ['ENOENT', 'ENOTDIR', 'ENAMETOOLONG', 'ELOOP', 'ERR_INVALID_ARG_VALUE'];
  if (absent.includes(code)) return missing('is not there');
  return { code: 'RESOURCE', severity: 'FAIL', message: `cannot be opened (${code})` };
}
