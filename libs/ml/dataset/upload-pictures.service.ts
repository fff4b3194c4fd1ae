import { readFile } from 'node:fs/promises';
import { Injectable } from '@nestjs/common';
import { type Caller, Refusal, Transactions } from '#platform';
import type { Split } from '../check/finding.js';
import { fileKind } from '../image/magic-bytes.rules.js';
import { AcceptPictures, type IncomingPicture, type UploadOutcome } from './accept-pictures.service.js';
import type { Dataset } from './dataset.entity.js';
import { isKey } from './dataset-input.rules.js';
import { DatasetBooks } from './import-dataset.service.js';
import {
  folderLayout,
  isNoise,
  manifestLayout,
  manifestsOf,
  type UploadLayout,
} from './upload-layout.rules.js';
import { type ArchivedFile, ZipArchive } from './zip-archive.js';

/** A file that was received and lies on disk under a name of ours. */
export interface ReceivedFile {
  /** The name the sender gave it. */
  name: string;
  file: string;
  head: Uint8Array;
}

/** What is said of a whole upload. */
export interface UploadTerms {
  /** Class of pictures that no folder names. */
  label: string | null;
  split: Split;
}

/** Brings uploads to datasets: a zip makes a new one or adds to one, single pictures only add. */
@Injectable()
export class UploadPictures {
  constructor(
    private readonly transactions: Transactions,
    private readonly accepting: AcceptPictures,
    private readonly books: DatasetBooks,
  ) {}

  /** Refuses an unknown dataset without a zip, an archive that could hurt, and an upload with no usable picture. */
  async upload(
    caller: Caller,
    key: string,
    files: readonly ReceivedFile[],
    terms: UploadTerms,
  ): Promise<UploadOutcome> {
    if (!isKey(key))
      throw new Refusal(
        'INVALID_INPUT',
        'A key has 1 to 63 of a-z, 0-9 and "-", and starts with a letter or digit.',
        ['key'],
      );
    const known = await this.books.datasets.byKey(this.transactions.read, key);
    const zips = files.filter(({ head }) => fileKind(head) === 'ZIP');
    if (zips.length === 0) {
      if (!known)
        throw new Refusal(
          'NOT_FOUND',
          `There is no dataset with the key "${key}"; a zip with one folder for each class makes one.`,
          ['key'],
        );
      return this.accepting.accept(
        caller,
        known,
        false,
        files.map((file) => single(file, terms)),
      );
    }
    if (files.length > 1)
      throw new Refusal('INVALID_INPUT', 'Send one zip, or pictures, not both.', ['archive']);
    return this.unpack(caller, known, key, zips[0]!, terms);
  }

  private async unpack(
    caller: Caller,
    known: Dataset | null,
    key: string,
    zip: ReceivedFile,
    terms: UploadTerms,
  ): Promise<UploadOutcome> {
    const archive = await ZipArchive.open(zip.file);
    try {
      const files = new Map(archive.files.map((file) => [file.name, file]));
      const layout = await this.layout(archive, files);
      const dataset = known ?? this.books.uploaded(key, layout.classNames);
      const pictures = layout.pictures.map(({ path, label, split }) => ({
        name: path,
        label: label ?? terms.label,
        split: terms.split === 'VALIDATION' ? terms.split : split,
        bytes: () => archive.read(files.get(path)!),
      }));
      const refused = archive.refused.filter(({ name }) => !isNoise(name));
      return await this.accepting.accept(caller, dataset, known === null, pictures, [
        ...refused,
        ...layout.refused,
      ]);
    } finally {
      archive.close();
    }
  }

  private async layout(archive: ZipArchive, files: ReadonlyMap<string, ArchivedFile>): Promise<UploadLayout> {
    const manifests = manifestsOf([...files.keys()]);
    if (!manifests) return folderLayout([...files.keys()]);
    const read = async (split: Split, path: string | null) =>
      path === null ? [] : [{ split, path, bytes: await archive.read(files.get(path)!) }];
    return manifestLayout(
      [...(await read('TRAINING', manifests.training)), ...(await read('VALIDATION', manifests.validation))],
      new Set(files.keys()),
    );
  }
}

// "anna/1.jpg" names the class like a folder of an archive does.
function single({ name, file }: ReceivedFile, { label, split }: UploadTerms): IncomingPicture {
  const folder = name.includes('/') ? name.split('/').at(-2)?.trim() : '';
  const isClass = folder && folder !== '.' && folder !== '..';
  return { name, label: isClass ? folder : label, split, bytes: () => readFile(file) };
}
