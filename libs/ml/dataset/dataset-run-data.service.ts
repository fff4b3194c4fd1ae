import { setTimeout } from 'node:timers/promises';
import { Injectable } from '@nestjs/common';
import { Transactions, type Tx } from '#platform';
import type { Finding } from '../check/finding.js';
import { type CheckedData, type PackedArtefact, type PackedData, RunData } from '../run/run-data.js';
import type { Pending } from '../trigger/trigger-policy.rules.js';
import { ArrivalRepository } from './arrival.repository.js';
import { DatasetRepository } from './dataset.repository.js';
import type { DatasetCheck } from './dataset-check.entity.js';
import { DatasetRowRepository } from './dataset-row.repository.js';
import { NeighbourBaseline } from './neighbour-baseline.js';
import type { PackedSplitRow } from './packed-split.entity.js';
import { PicturePacker } from './picture-packer.js';
import { ValidateDataset } from './validate-dataset.service.js';

const POLL_MS = 100;

/** The waiting side of a check: starts or joins it and follows its chunks. */
@Injectable()
export class CheckFollower {
  constructor(
    private readonly transactions: Transactions,
    private readonly validate: ValidateDataset,
    private readonly datasets: DatasetRepository,
    private readonly rows: DatasetRowRepository,
  ) {}

  /** Resolves when the check has ended, however it did. */
  async follow(
    datasetId: string,
    signal: AbortSignal,
    progress: (fraction: number) => Promise<void>,
  ): Promise<DatasetCheck> {
    const id = await this.transactions.run((tx) => this.validate.start(tx, datasetId));
    let told = -1;
    for (;;) {
      signal.throwIfAborted();
      const check = await this.datasets.check(this.transactions.read, id);
      if (!check) throw new Error(`the check ${id} is gone`);
      if (check.state === 'FINISHED' || check.state === 'FAILED') return check;
      const { done, all } = await this.rows.progress(this.transactions.read, id);
      const fraction = all === 0 ? 0 : Math.floor((done / all) * 100) / 100;
      if (fraction !== told) await progress(fraction);
      told = fraction;
      await setTimeout(POLL_MS, undefined, { signal });
    }
  }
}

/** Datasets as runs see them. */
@Injectable()
export class DatasetRunData extends RunData {
  constructor(
    private readonly datasets: DatasetRepository,
    private readonly follower: CheckFollower,
    private readonly packer: PicturePacker,
    private readonly baseline: NeighbourBaseline,
    private readonly arrivals: ArrivalRepository,
  ) {
    super();
  }

  async lastDigest(tx: Tx, datasetId: string): Promise<string | null> {
    const check = await this.lastCheck(tx, datasetId);
    if (!check || (await this.datasets.hasUploadsSince(tx, datasetId, check.readAt ?? check.createdAt)))
      return null;
    return check.digest;
  }

  async check(
    datasetId: string,
    signal: AbortSignal,
    progress: (fraction: number) => Promise<void>,
  ): Promise<CheckedData> {
    const check = await this.follower.follow(datasetId, signal, progress);
    if (check.state === 'FAILED')
      throw new Error(`the checks of the dataset broke: ${check.error ?? 'no reason was kept'}`);
    const held = (check.findings ?? []).find((found) => found.code === 'SPLIT_SUGGESTED')?.count ?? 0;
    return {
      verdict: check.verdict ?? 'FAIL',
      digest: check.digest ?? '',
      usableTraining: (check.usableTraining ?? 0) - held,
      usableValidation: (check.usableValidation ?? 0) + held,
      checkId: check.id,
      readAt: check.readAt ?? check.createdAt,
      heldBy: holding(check)?.message ?? null,
      classNames: check.classNames,
      failures: (check.findings ?? [])
        .filter((found) => found.severity === 'FAIL')
        .map(({ code, message }) => ({ code, sentence: message })),
    };
  }

  async pack(datasetId: string, checkId: string, signal: AbortSignal): Promise<PackedData> {
    const tx = this.arrivals.read;
    const dataset = await this.datasets.byId(tx, datasetId);
    const training = await this.packer.pack(dataset, checkId, 'TRAINING', signal);
    const validation = await this.packer.pack(dataset, checkId, 'VALIDATION', signal);
    const rows = await this.packer.order(dataset, checkId, 'VALIDATION');
    return {
      training: artefact(training),
      validation: artefact(validation),
      validationDigest: validation.digest,
      validationPictures: rows.map(({ line, path, pixelSha, label }) => ({
        row: line,
        path,
        pixelSha: pixelSha ?? '',
        label,
      })),
    };
  }

  nearestNeighbourRight(packed: PackedData, signal: AbortSignal): Promise<number> {
    return this.baseline.right(packed.training, packed.validation, signal);
  }

  pending(tx: Tx, datasetId: string, since: Date, knownClasses: readonly string[] | null): Promise<Pending> {
    return this.arrivals.pending(tx, datasetId, since, knownClasses);
  }

  async usable(tx: Tx, datasetId: string): Promise<{ training: number; validation: number } | null> {
    const check = await this.lastCheck(tx, datasetId);
    if (!check) return null;
    const held = (check.findings ?? []).find((found) => found.code === 'SPLIT_SUGGESTED')?.count ?? 0;
    return { training: (check.usableTraining ?? 0) - held, validation: (check.usableValidation ?? 0) + held };
  }

  async heldBy(tx: Tx, datasetId: string, trainedDigest: string | null): Promise<string | null> {
    const check = await this.lastCheck(tx, datasetId);
    return check && check.digest !== trainedDigest ? (holding(check)?.message ?? null) : null;
  }

  private async lastCheck(tx: Tx, datasetId: string): Promise<DatasetCheck | null> {
    const { checkId } = await this.datasets.byId(tx, datasetId);
    return checkId === null ? null : this.datasets.check(tx, checkId);
  }
}

const holding = ({ findings }: DatasetCheck): Finding | undefined =>
  (findings ?? []).find((found) => found.holds && !found.accepted);

const artefact = (packed: PackedSplitRow): PackedArtefact => ({
  pixelsSha256: packed.pixelsSha256,
  labelsSha256: packed.labelsSha256,
  rows: packed.rows,
});
