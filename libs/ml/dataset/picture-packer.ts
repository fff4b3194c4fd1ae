import { createHash } from 'node:crypto';
import { Readable } from 'node:stream';
import { Injectable } from '@nestjs/common';
import { ObjectStore, Transactions } from '#platform';
import type { Split } from '../check/finding.js';
import { decodePicture } from '../image/decode-picture.js';
import { CheckComparison } from './check-comparison.repository.js';
import type { Dataset } from './dataset.entity.js';
import type { DatasetRow } from './dataset-row.entity.js';
import { DatasetRowRepository } from './dataset-row.repository.js';
import { PackedSplitRow } from './packed-split.entity.js';
import { PictureSource } from './picture-source.js';

/** A row in the order in which it is packed. */
export type PackedRow = Pick<
  DatasetRow,
  'line' | 'path' | 'name' | 'label' | 'objectSha' | 'pixelSha' | 'split' | 'position'
>;

/** Pictures changed between the check and the packing; the message names the first one. */
export class DataChangedError extends Error {
  override name = 'DataChangedError';
}

const AT_ONCE = 4;

/** Decodes the usable pictures of a check once and stores them as training and evaluation read them. */
@Injectable()
export class PicturePacker {
  constructor(
    private readonly transactions: Transactions,
    private readonly rows: DatasetRowRepository,
    private readonly comparison: CheckComparison,
    private readonly source: PictureSource,
    private readonly store: ObjectStore,
  ) {}

  /** The rows of a split in packed order: by pixels, so that equal data packs to equal bytes. Held-back pictures validate. */
  async order(dataset: Dataset, checkId: string, split: Split): Promise<PackedRow[]> {
    const { read } = this.transactions;
    const held =
      dataset.validationManifest === null ? await this.comparison.held(read, dataset.id) : new Set<string>();
    const own = await this.rows.usable(read, checkId, split);
    if (held.size === 0) return own;
    if (split === 'TRAINING') return own.filter((row) => !held.has(row.pixelSha ?? ''));
    const training = await this.rows.usable(read, checkId, 'TRAINING');
    const both = [...own, ...training.filter((row) => held.has(row.pixelSha ?? ''))];
    return both.sort(
      (a, b) => compare(a.pixelSha ?? '', b.pixelSha ?? '') || a.label - b.label || a.position - b.position,
    );
  }

  /** Packs a split, or answers what packing it gave before. Memory holds a few pictures at a time. */
  async pack(dataset: Dataset, checkId: string, split: Split, signal: AbortSignal): Promise<PackedSplitRow> {
    const known = await this.transactions.read.findOneBy(PackedSplitRow, { checkId, split });
    if (known && (await this.store.has(known.pixelsSha256)) && (await this.store.has(known.labelsSha256)))
      return known;
    const rows = await this.order(dataset, checkId, split);
    if (split === 'TRAINING' && rows.length === 0)
      throw new DataChangedError('What the check has read is no longer kept: validate the dataset again.');
    const labels = Buffer.alloc(rows.length * 4);
    for (const [i, row] of rows.entries()) labels.writeInt32LE(row.label, i * 4);
    const pixels = await this.store.put(
      Readable.from(this.pixels(dataset, rows, signal), { objectMode: false }),
    );
    const packed: PackedSplitRow = {
      checkId,
      split,
      pixelsSha256: pixels.sha256,
      labelsSha256: (await this.store.put(labels)).sha256,
      rows: rows.length,
      digest: createHash('sha256')
        .update(rows.map((row) => `${row.pixelSha} ${row.label}`).join('\n'))
        .digest('hex'),
    };
    await this.transactions.run((tx) => tx.upsert(PackedSplitRow, packed, ['checkId', 'split']));
    return packed;
  }

  private async *pixels(
    dataset: Dataset,
    rows: readonly PackedRow[],
    signal: AbortSignal,
  ): AsyncGenerator<Uint8Array> {
    for (let i = 0; i < rows.length; i += AT_ONCE) {
      signal.throwIfAborted();
      yield* await Promise.all(rows.slice(i, i + AT_ONCE).map((row) => this.decode(dataset, row)));
    }
  }

  // What is trained on must be what was checked: a file that was swapped in between is an error, never a silent change.
  private async decode(dataset: Dataset, row: PackedRow): Promise<Uint8Array> {
    const bytes = await this.source.read(dataset.root, row);
    const decoded = Buffer.isBuffer(bytes) ? await decodePicture(bytes, dataset, row.path) : null;
    const pixels = decoded?.pixels;
    if (!pixels || decoded.pixelSha !== row.pixelSha) {
      const where = row.line === null ? '' : ` (row ${row.line})`;
      throw new DataChangedError(
        `"${row.path}"${where} has changed since it was checked: validate the dataset again.`,
      );
    }
    return pixels;
  }
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
