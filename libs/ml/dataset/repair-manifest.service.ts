import { Injectable } from '@nestjs/common';
import { AuditTrail, type Caller, Clock, ObjectStore, Refusal, Transactions } from '#platform';
import type { Split } from '../check/finding.js';
import { readManifest } from '../manifest/manifest.rules.js';
import { type ManifestRepair, repairManifest } from '../manifest/manifest-repair.rules.js';
import type { Dataset } from './dataset.entity.js';
import { DatasetRepository } from './dataset.repository.js';
import { ManifestRevision } from './manifest-revision.entity.js';
import { ManifestSource, manifestSha } from './manifest-source.js';
import { PathProbe } from './path-probe.js';
import { ValidateDataset } from './validate-dataset.service.js';

/** A repair that could be applied, and the file it was made from. */
export interface OfferedRepair extends ManifestRepair {
  sourceSha256: string;
  /** The repair in use, if any; it is made from this file unless the file has changed. */
  revision: number | null;
}

/** Which repair to apply. */
export interface RepairChoice {
  dataset: string;
  split: Split | 'BOTH';
  sourceSha256: string;
}

// A preview is answered within a request: of a longer manifest the first paths tell how the others are written.
const MOST_PATHS = 5_000;

/** What a repair is kept by. */
@Injectable()
export class RepairBooks {
  constructor(
    readonly transactions: Transactions,
    readonly audit: AuditTrail,
    readonly store: ObjectStore,
    readonly clock: Clock,
  ) {}
}

/** Offers and applies repairs of manifests. The file itself is never written: what is read changes. */
@Injectable()
export class RepairManifest {
  constructor(
    private readonly books: RepairBooks,
    private readonly datasets: DatasetRepository,
    private readonly manifests: ManifestSource,
    private readonly probe: PathProbe,
    private readonly validate: ValidateDataset,
  ) {}

  /** What would change. Refuses an unknown dataset, and a split without a manifest. */
  async preview(key: string, split: Split | 'BOTH'): Promise<OfferedRepair> {
    const dataset = await this.datasets.byKey(this.books.transactions.read, key);
    if (!dataset) throw new Refusal('NOT_FOUND', `There is no dataset with the key "${key}".`, ['dataset']);
    return this.offer(dataset, split);
  }

  /** Applies the repair as a new revision and has the dataset checked. Refuses when the file has changed since the preview. */
  async apply(caller: Caller, { dataset: key, split, sourceSha256 }: RepairChoice): Promise<Dataset> {
    const { transactions, audit, store, clock } = this.books;
    const known = await this.datasets.byKey(transactions.read, key);
    if (!known)
      throw new Refusal('NOT_FOUND', `There is no dataset with the key "${key}".`, ['input', 'dataset']);
    const offer = await this.offer(known, split);
    if (offer.sourceSha256 !== sourceSha256)
      throw new Refusal(
        'CONFLICT',
        'The manifest is no longer the one that was previewed: look at it again.',
        ['input', 'sourceSha256'],
      );
    if (offer.changes.length === 0)
      throw new Refusal('INVALID_INPUT', 'There is nothing in this manifest that can be repaired.', [
        'input',
        'split',
      ]);
    const { sha256 } = await store.put(Buffer.from(offer.text), { contentType: 'text/csv' });
    return transactions.run(async (tx) => {
      const dataset = await this.datasets.lock(tx, known.id);
      const side = split as Split;
      const last = await this.manifests.revision(tx, dataset.id, side);
      const revision: ManifestRevision = {
        datasetId: dataset.id,
        split: side,
        revision: (last?.revision ?? 0) + 1,
        sourceSha256,
        objectSha: sha256,
        changedLines: offer.changes.length,
        appliedBy: caller.name,
        appliedAt: clock.now(),
      };
      await tx.insert(ManifestRevision, revision);
      await audit.record(tx, caller, 'dataset.manifest-repaired', dataset.id, null, revision);
      await this.validate.start(tx, dataset.id);
      return dataset;
    });
  }

  private async offer(dataset: Dataset, split: Split | 'BOTH'): Promise<OfferedRepair> {
    const file = split === 'BOTH' ? null : await this.manifests.file(dataset, split);
    if (!file || split === 'BOTH')
      throw new Refusal('NOT_FOUND', `This dataset has no ${split.toLowerCase()} manifest to repair.`, [
        'split',
      ]);
    // Paths are known once the lines can be read: they are looked for in the repaired text.
    const readable = Buffer.from(repairManifest(file).text);
    const paths = readManifest(readable).rows.slice(0, MOST_PATHS);
    const rewrite =
      dataset.root === null
        ? null
        : await this.probe.rewriting(
            dataset.root,
            paths.map(({ path }) => path),
          );
    const revision = await this.manifests.revision(this.books.transactions.read, dataset.id, split);
    return {
      ...repairManifest(file, rewrite ?? undefined),
      sourceSha256: manifestSha(file),
      revision: revision?.revision ?? null,
    };
  }
}
