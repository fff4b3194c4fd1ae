import { Injectable } from '@nestjs/common';
import { AuditTrail, type Caller, Clock, Idempotency, Ids, Refusal, Transactions } from '#platform';
import type { Dataset } from './dataset.entity.js';
import { DatasetRepository } from './dataset.repository.js';
import { type NewDataset, refuseBadDataset } from './dataset-input.rules.js';
import { ImportRoots } from './import-roots.js';
import { readRows } from './reading.rules.js';

/** What writing a new dataset needs beside the transaction. */
@Injectable()
export class DatasetBooks {
  constructor(
    readonly datasets: DatasetRepository,
    readonly idempotency: Idempotency,
    readonly audit: AuditTrail,
    readonly ids: Ids,
    readonly clock: Clock,
  ) {}

  /** A new dataset that uploads will fill; it is not written yet. */
  uploaded(key: string, classNames: string[]): Dataset {
    return {
      id: this.ids.next('ds'),
      key,
      root: null,
      trainingManifest: null,
      validationManifest: null,
      sizePolicy: 'RESIZE',
      expandGrey: true,
      quarantine: false,
      checks: null,
      classNames,
      classMapVersion: 0,
      checkId: null,
      reviewCount: 0,
      createdAt: this.clock.now(),
    };
  }
}

/** Takes a dataset in by its manifests. Reads the class names and starts no check. */
@Injectable()
export class ImportDataset {
  constructor(
    private readonly transactions: Transactions,
    private readonly roots: ImportRoots,
    private readonly books: DatasetBooks,
  ) {}

  /** Refuses a key that exists, paths outside of the import roots, manifests that are not there, and unknown thresholds. */
  async import(caller: Caller, input: NewDataset): Promise<Dataset> {
    refuseBadDataset(input);
    const { idempotencyKey, ...content } = input;
    // The place is looked up outside of the transaction: a slow disk must not hold a connection.
    const draft = await this.draft(input).catch((error: unknown) => error as Error);
    return this.transactions.run(async (tx) => {
      const id = await this.books.idempotency.once(tx, 'importDataset', idempotencyKey, content, async () => {
        if (draft instanceof Error) throw draft;
        if (!(await this.books.datasets.insert(tx, draft))) {
          throw new Refusal('KEY_TAKEN', `A dataset with the key "${input.key}" exists already.`, [
            'input',
            'key',
          ]);
        }
        await this.books.audit.record(tx, caller, 'dataset.imported', draft.id, null, content);
        return draft.id;
      });
      return this.books.datasets.byId(tx, id);
    });
  }

  private async draft(input: NewDataset): Promise<Dataset> {
    const root = await this.roots.folder(input.root, ['input', 'root']);
    const training = await this.roots.manifest(root, input.trainingManifest, ['input', 'trainingManifest']);
    const validation = input.validationManifest
      ? await this.roots.manifest(root, input.validationManifest, ['input', 'validationManifest'])
      : null;
    const bytes = await this.roots.readManifest(training);
    return {
      id: this.books.ids.next('ds'),
      key: input.key,
      root,
      trainingManifest: training,
      validationManifest: validation,
      sizePolicy: input.sizePolicy ?? 'RESIZE',
      expandGrey: input.expandGrey ?? true,
      quarantine: input.quarantine ?? false,
      checks: (input.checks as object | null | undefined) ?? null,
      classNames: readRows(bytes, null, []).classNames,
      classMapVersion: 0,
      checkId: null,
      reviewCount: 0,
      createdAt: this.books.clock.now(),
    };
  }
}
