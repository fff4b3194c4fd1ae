import { Injectable } from '@nestjs/common';
import { AuditTrail, Clock, Idempotency, Ids, Refusal, Transactions, type Tx } from '#platform';
import type { Finding } from '../check/finding.js';
import type { Dataset } from '../dataset/dataset.entity.js';
import { DatasetRepository } from '../dataset/dataset.repository.js';
import type { DatasetCheck } from '../dataset/dataset-check.entity.js';
import { RecheckDataset } from '../dataset/recheck.service.js';
import type { FindingRef } from './review-input.rules.js';

/** What every decision about a dataset's pictures needs beside the pictures. */
@Injectable()
export class ReviewBooks {
  constructor(
    readonly transactions: Transactions,
    readonly idempotency: Idempotency,
    readonly audit: AuditTrail,
    readonly ids: Ids,
    readonly clock: Clock,
  ) {}
}

/** The dataset under review, locked, with the report that is decided about. */
export interface ReviewScene {
  dataset: Dataset;
  check: DatasetCheck;
}

/** Opens a dataset for decisions and has it judged anew afterwards. */
@Injectable()
export class ReviewDesk {
  constructor(
    private readonly datasets: DatasetRepository,
    private readonly recheck: RecheckDataset,
  ) {}

  /** Refuses an unknown key, and a dataset that no check has seen: there is nothing yet to decide about. */
  async open(tx: Tx, key: string): Promise<ReviewScene> {
    const known = await this.datasets.byKey(tx, key);
    if (!known)
      throw new Refusal('NOT_FOUND', `There is no dataset with the key "${key}".`, ['input', 'dataset']);
    const dataset = await this.datasets.lock(tx, known.id);
    const check = dataset.checkId === null ? null : await this.datasets.check(tx, dataset.checkId);
    if (!check)
      throw new Refusal(
        'INVALID_TRANSITION',
        'The dataset has no report yet: validateDataset makes one, and its pictures can then be decided about.',
        ['input', 'dataset'],
      );
    return { dataset, check };
  }

  /** The open findings of a report with this code and split; refuses when there is none. */
  findings({ check }: ReviewScene, { code, split }: FindingRef, at: string[]): Finding[] {
    const found = (check.findings ?? []).filter(
      (one) => one.code === code && one.split === split && !one.accepted,
    );
    if (found.length === 0)
      throw new Refusal('NOT_FOUND', `The report has no open finding ${code} of ${split}.`, at);
    return found;
  }

  /** Has the report written anew. */
  async close(tx: Tx, dataset: Dataset): Promise<Dataset> {
    await this.recheck.start(tx, dataset);
    return this.datasets.byId(tx, dataset.id);
  }

  byId(tx: Tx, id: string): Promise<Dataset> {
    return this.datasets.byId(tx, id);
  }
}
