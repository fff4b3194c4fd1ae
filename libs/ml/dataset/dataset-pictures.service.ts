import { Injectable } from '@nestjs/common';
import sharp from 'sharp';
import { Transactions } from '#platform';
import { readPicture } from '../image/picture-reader.js';
import { DatasetRepository } from './dataset.repository.js';
import { DatasetRowRepository } from './dataset-row.repository.js';
import { PictureSource } from './picture-source.js';

/** Shows pictures of datasets. They are drawn anew from their pixels, so that nothing else of the file gets out. */
@Injectable()
export class DatasetPictures {
  constructor(
    private readonly transactions: Transactions,
    private readonly datasets: DatasetRepository,
    private readonly rows: DatasetRowRepository,
    private readonly source: PictureSource,
  ) {}

  /** The picture with these pixels as PNG; null when the last check of the dataset has not seen it, or it has changed since. */
  async png(key: string, pixelSha: string): Promise<Buffer | null> {
    const { read } = this.transactions;
    const dataset = await this.datasets.byKey(read, key);
    const row = dataset?.checkId ? await this.rows.byPixels(read, dataset.checkId, pixelSha) : null;
    if (!dataset || !row) return null;
    const bytes = await this.source.read(dataset.root, row);
    const { picture } = Buffer.isBuffer(bytes) ? await readPicture(bytes, row.path) : { picture: null };
    if (!picture) return null;
    const { width, height, channels, data } = picture.pixels;
    return sharp(data, { raw: { width, height, channels } }).png().toBuffer();
  }
}
