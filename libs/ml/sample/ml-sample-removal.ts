import { setTimeout as pause } from 'node:timers/promises';
import { Injectable } from '@nestjs/common';
import { AuditTrail, ObjectStore, Refusal, SAMPLE, SYSTEM, Transactions, type Tx } from '#platform';
import { CancelRun } from '../run/cancel-run.service.js';
import { TrainingRoom } from '../run/steps/training-room.js';
import { type MlGoing, MlSampleRemovalRepository } from './ml-sample-removal.repository.js';
import { ObjectHolders } from './object-holders.repository.js';

const LOOK_AGAIN_MS = 250;

/** Takes the sample's dataset and pipelines away, with their runs, models and files. */
@Injectable()
export class MlSampleRemoval {
  private readonly rows = new MlSampleRemovalRepository();
  private readonly holders = new ObjectHolders();

  constructor(
    private readonly transactions: Transactions,
    private readonly runs: CancelRun,
    private readonly rooms: TrainingRoom,
    private readonly store: ObjectStore,
    private readonly audit: AuditTrail,
  ) {}

  /** Stops what runs and waits until it has stopped, deletes the files, then the rows. Doing it again changes nothing. */
  async remove(signal: AbortSignal): Promise<void> {
    const { read } = this.transactions;
    const going = await this.rows.going(read);
    const runs = await this.rows.runs(read, going.pipelines);
    for (const { id, open } of runs) if (open) await this.cancel(id);
    while (await this.rows.busy(read, going)) await pause(LOOK_AGAIN_MS, undefined, { signal });
    // Contents first: a content without a row would stay for ever.
    const owners = [...going.datasets, ...going.pipelines];
    for (const sha of await this.holders.onlyOf(read, owners)) await this.store.delete(sha);
    for (const { id } of runs) await this.rooms.clear(id);
    await this.transactions.run((tx) => this.forget(tx, going));
  }

  private async forget(tx: Tx, going: MlGoing): Promise<void> {
    const subjects = await this.rows.delete(tx, going);
    await this.audit.forget(tx, subjects, [SAMPLE.accountId, SYSTEM.accountId]);
  }

  // It may have ended just now by itself.
  private async cancel(runId: string): Promise<void> {
    await this.runs.cancel(SAMPLE, runId).catch((error: unknown) => {
      if (!(error instanceof Refusal)) throw error;
    });
  }
}
