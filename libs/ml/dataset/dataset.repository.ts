import { Injectable } from '@nestjs/common';
import { In, LessThanOrEqual, MoreThan } from 'typeorm';
import { type Page, type PageRequest, pageOf, positionOf, type Tx } from '#platform';
import { ClassMapVersion } from './class-map.entity.js';
import { Dataset } from './dataset.entity.js';
import { DatasetCheck } from './dataset-check.entity.js';
import type { DataReport } from './report.rules.js';
import { UploadedPicture } from './uploaded-picture.entity.js';

/** Where a dataset stands with its checks. */
export interface CheckState {
  /** A check waits or runs. */
  checking: boolean;
  /** The check whose report is the dataset's; null before the first one has finished. */
  checkId: string | null;
}

/** Finds and keeps datasets, their classes, checks and uploaded pictures. */
@Injectable()
export class DatasetRepository {
  byKey(tx: Tx, key: string): Promise<Dataset | null> {
    return tx.findOneBy(Dataset, { key });
  }

  byId(tx: Tx, id: string): Promise<Dataset> {
    return tx.findOneByOrFail(Dataset, { id });
  }

  byIds(tx: Tx, ids: readonly string[]): Promise<Dataset[]> {
    return tx.findBy(Dataset, { id: In([...ids]) });
  }

  /** The row, locked until the transaction ends. */
  lock(tx: Tx, id: string): Promise<Dataset> {
    return tx.findOneOrFail(Dataset, { where: { id }, lock: { mode: 'pessimistic_write' } });
  }

  /** Holds off the reading of a check until the transaction ends; any number of uploads may hold it at once. */
  async share(tx: Tx, id: string): Promise<void> {
    await tx.query('select 1 from dataset where id = $1 for share', [id]);
  }

  /** Datasets by key. */
  async page(tx: Tx, page: PageRequest): Promise<Page<Dataset>> {
    const query = tx
      .createQueryBuilder(Dataset, 'd')
      .orderBy('d.key')
      .take(page.first + 1);
    const after = positionOf(page.after);
    if (after) query.where('d.key > :key', { key: after[0] });
    return pageOf(await query.getMany(), page.first, (row) => [row.key, row.id]);
  }

  /** False when the key is taken. */
  async insert(tx: Tx, dataset: Dataset): Promise<boolean> {
    const result = await tx
      .createQueryBuilder()
      .insert()
      .into(Dataset)
      .values(dataset as never)
      .orIgnore()
      .returning('id')
      .execute();
    return (result.raw as unknown[]).length > 0;
  }

  async update(tx: Tx, id: string, change: Partial<Dataset>): Promise<void> {
    await tx.update(Dataset, { id }, change as never);
  }

  /** The check that waits or runs, if any. */
  openCheck(tx: Tx, datasetId: string): Promise<DatasetCheck | null> {
    return tx.findOneBy(DatasetCheck, { datasetId, state: In(['QUEUED', 'RUNNING']) });
  }

  /**
   * Whether a check of a dataset waits or runs, and which one its report is of. Read by one statement: a check that ends
   * between two would leave a dataset with neither.
   */
  async checkStates(tx: Tx, datasetIds: readonly string[]): Promise<Map<string, CheckState>> {
    const rows: ({ id: string } & CheckState)[] = await tx.query(
      `select id, check_id as "checkId", exists (
          select from dataset_check where dataset_id = dataset.id and state in ('QUEUED', 'RUNNING')
        ) as checking from dataset where id = any($1)`,
      [datasetIds],
    );
    return new Map(rows.map(({ id, checkId, checking }) => [id, { checkId, checking }]));
  }

  /** Which of these datasets' newest checks broke, with its id. */
  async broken(tx: Tx, datasetIds: readonly string[]): Promise<Map<string, string>> {
    const rows: { datasetId: string; id: string; state: string }[] = await tx.query(
      `select distinct on (dataset_id) dataset_id as "datasetId", id, state from dataset_check
        where dataset_id = any($1) order by dataset_id, created_at desc`,
      [datasetIds],
    );
    return new Map(rows.flatMap(({ datasetId, id, state }) => (state === 'FAILED' ? [[datasetId, id]] : [])));
  }

  check(tx: Tx, id: string): Promise<DatasetCheck | null> {
    return tx.findOneBy(DatasetCheck, { id });
  }

  /** The reports of finished checks, by check id. */
  async reports(tx: Tx, checkIds: readonly string[]): Promise<Map<string, DataReport>> {
    const checks = await tx.findBy(DatasetCheck, { id: In([...checkIds]), state: 'FINISHED' });
    return new Map(
      checks.map(({ id, verdict, usableTraining, usableValidation, findings, digest }) => [
        id,
        {
          verdict: verdict ?? 'FAIL',
          usableTraining: usableTraining ?? 0,
          usableValidation: usableValidation ?? 0,
          findings: findings ?? [],
          digest: digest ?? '',
        },
      ]),
    );
  }

  /** The row of a check, locked: chunks that end together see each other's marks one after the other. */
  lockCheck(tx: Tx, id: string): Promise<DatasetCheck | null> {
    return tx.findOne(DatasetCheck, { where: { id }, lock: { mode: 'pessimistic_write' } });
  }

  async insertCheck(tx: Tx, check: DatasetCheck): Promise<void> {
    await tx.insert(DatasetCheck, check as never);
  }

  async updateCheck(tx: Tx, id: string, change: Partial<DatasetCheck>): Promise<void> {
    await tx.update(DatasetCheck, { id }, change as never);
  }

  /** Keeps a new version of the classes. */
  async insertClassMap(tx: Tx, row: ClassMapVersion): Promise<void> {
    await tx.insert(ClassMapVersion, row);
  }

  /** Pictures that were uploaded, oldest first; up to a moment when one is given. */
  uploads(tx: Tx, datasetId: string, until?: Date): Promise<UploadedPicture[]> {
    return tx.find(UploadedPicture, {
      where: { datasetId, ...(until ? { acceptedAt: LessThanOrEqual(until) } : {}) },
      order: { acceptedAt: 'ASC', id: 'ASC' },
    });
  }

  /** Whether pictures were accepted after a moment. */
  hasUploadsSince(tx: Tx, datasetId: string, since: Date): Promise<boolean> {
    return tx.existsBy(UploadedPicture, { datasetId, acceptedAt: MoreThan(since) });
  }

  /** False when the dataset has a picture with these pixels already. */
  async insertUpload(tx: Tx, picture: UploadedPicture): Promise<boolean> {
    const result = await tx
      .createQueryBuilder()
      .insert()
      .into(UploadedPicture)
      .values(picture)
      .orIgnore()
      .returning('id')
      .execute();
    return (result.raw as unknown[]).length > 0;
  }
}
