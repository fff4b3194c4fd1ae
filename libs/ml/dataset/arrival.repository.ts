import { Injectable } from '@nestjs/common';
import { Transactions, type Tx } from '#platform';
import type { Split } from '../check/finding.js';
import type { Pending } from '../trigger/trigger-policy.rules.js';
import { DatasetArrival } from './dataset-arrival.entity.js';

// A picture that a person took out of use is no data to train on.
const IN_USE = `not exists (select 1 from quarantined_picture q where q.dataset_id = a.dataset_id and q.pixel_sha = a.pixel_sha
  and (q.split is null or (q.split = a.split and q.label_name = a.label_name and q.kept = 0)))`;

/** Counts the pictures that datasets have received. */
@Injectable()
export class ArrivalRepository {
  constructor(private readonly transactions: Transactions) {}

  get read(): Tx {
    return this.transactions.read;
  }

  /** Notes an accepted picture; one that has been there before is no arrival. */
  async note(tx: Tx, arrival: DatasetArrival): Promise<void> {
    await tx.createQueryBuilder().insert().into(DatasetArrival).values(arrival).orIgnore().execute();
  }

  /** Counts pictures as new data once more. */
  async arriveAgain(tx: Tx, datasetId: string, pixelShas: readonly string[], at: Date): Promise<void> {
    await tx.query('update dataset_arrival set at = $3 where dataset_id = $1 and pixel_sha = any($2)', [
      datasetId,
      pixelShas,
      at,
    ]);
  }

  /** Which of these pixels the dataset has received before, and as what class. */
  async known(tx: Tx, datasetId: string, pixelShas: readonly string[]): Promise<Map<string, string>> {
    const rows: { pixel_sha: string; label_name: string }[] = await tx.query(
      'select pixel_sha, label_name from dataset_arrival where dataset_id = $1 and pixel_sha = any($2)',
      [datasetId, pixelShas],
    );
    return new Map(rows.map((row) => [row.pixel_sha, row.label_name]));
  }

  /** What has come after `since`, and every picture of classes that a model does not know. Instants in epoch seconds. */
  async pending(
    tx: Tx,
    datasetId: string,
    since: Date,
    knownClasses: readonly string[] | null,
  ): Promise<Pending> {
    const waiting: { name: string; n: string; first: number; last: number }[] = await tx.query(
      `select label_name as name, count(*) as n, extract(epoch from min(at))::float8 as first, extract(epoch from max(at))::float8 as last
         from dataset_arrival a where dataset_id = $1 and at > $2 and ${IN_USE} group by label_name order by count(*) desc, label_name`,
      [datasetId, since],
    );
    const [largest] = waiting;
    return {
      total: waiting.reduce((sum, row) => sum + Number(row.n), 0),
      largestClass: largest ? { name: largest.name, count: Number(largest.n) } : null,
      newClasses: knownClasses === null ? [] : await this.newClasses(tx, datasetId, knownClasses),
      firstAt: waiting.length === 0 ? null : Math.min(...waiting.map((row) => row.first)),
      lastAt: waiting.length === 0 ? null : Math.max(...waiting.map((row) => row.last)),
    };
  }

  private async newClasses(
    tx: Tx,
    datasetId: string,
    known: readonly string[],
  ): Promise<Pending['newClasses']> {
    const rows: { name: string; split: Split; n: string }[] = await tx.query(
      `select label_name as name, split, count(*) as n from dataset_arrival a where dataset_id = $1 and not label_name = any($2) and ${IN_USE} group by label_name, split order by label_name`,
      [datasetId, known],
    );
    const names = [...new Set(rows.map((row) => row.name))];
    const count = (name: string, split: Split): number =>
      Number(rows.find((row) => row.name === name && row.split === split)?.n ?? 0);
    return names.map((name) => ({
      name,
      training: count(name, 'TRAINING'),
      validation: count(name, 'VALIDATION'),
    }));
  }
}
