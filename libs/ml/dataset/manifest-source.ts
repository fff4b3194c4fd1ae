import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { ObjectStore, Transactions, type Tx } from '#platform';
import type { Split } from '../check/finding.js';
import type { Dataset } from './dataset.entity.js';
import { ImportRoots } from './import-roots.js';
import { ManifestRevision } from './manifest-revision.entity.js';

/** SHA-256 of a manifest's bytes. */
export const manifestSha = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

/** What a dataset's manifests say: the file, or the repair of it that somebody applied. */
@Injectable()
export class ManifestSource {
  constructor(
    private readonly transactions: Transactions,
    private readonly roots: ImportRoots,
    private readonly store: ObjectStore,
  ) {}

  /** Null when no manifest was given, or when it is gone. A file that has changed since its repair counts as it is. */
  async read(dataset: Dataset, split: Split): Promise<Buffer | null> {
    const file = await this.file(dataset, split);
    if (!file) return null;
    const revision = await this.revision(this.transactions.read, dataset.id, split);
    return revision && revision.sourceSha256 === manifestSha(file)
      ? this.store.get(revision.objectSha)
      : file;
  }

  /** The file itself. */
  file(dataset: Dataset, split: Split): Promise<Buffer | null> {
    const path = split === 'TRAINING' ? dataset.trainingManifest : dataset.validationManifest;
    return path === null ? Promise.resolve(null) : this.roots.readManifest(path);
  }

  /** The newest repair of a split. */
  revision(tx: Tx, datasetId: string, split: Split): Promise<ManifestRevision | null> {
    return tx.findOne(ManifestRevision, { where: { datasetId, split }, order: { revision: 'DESC' } });
  }
}
