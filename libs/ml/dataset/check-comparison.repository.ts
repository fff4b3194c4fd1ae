import { Injectable } from '@nestjs/common';
import type { Tx } from '#platform';
import type { ModelAnswer } from '../check/contradicted-labels.rules.js';
import type { Measured } from '../check/drift.rules.js';
import type { Split } from '../check/finding.js';
import { HeldPicture } from './held-picture.entity.js';

/** Questions over all rows of a check that the database answers best. */
@Injectable()
export class CheckComparison {
  /** Pixels held back for validation so far. */
  async held(tx: Tx, datasetId: string): Promise<Set<string>> {
    return new Set((await tx.findBy(HeldPicture, { datasetId })).map((row) => row.pixelSha));
  }

  /** Holds pictures back; those that are held stay. */
  async hold(tx: Tx, datasetId: string, pixelShas: readonly string[]): Promise<void> {
    await tx.query(
      'insert into held_picture (dataset_id, pixel_sha) select $1, unnest($2::text[]) on conflict do nothing',
      [datasetId, pixelShas],
    );
  }

  /** Split, pixels and label of everything that can be used. */
  usablePixels(tx: Tx, checkId: string): Promise<{ split: Split; pixelSha: string; label: number }[]> {
    return tx.query(
      'select split, pixel_sha as "pixelSha", label from dataset_row where check_id = $1 and usable',
      [checkId],
    );
  }

  /** What the live model that was judged last answered on its validation pictures; empty before there is one. */
  liveAnswers(tx: Tx, datasetId: string): Promise<ModelAnswer[]> {
    return tx.query(
      `select answer.* from (
          select e.predictions from evaluation e
            join deployment d on d.model_version_id = e.model_version_id and d.state = 'LIVE'
            join pipeline p on p.id = d.pipeline_id
          where p.dataset_id = $1 order by e.created_at desc limit 1
        ) newest, jsonb_to_recordset(newest.predictions)
          as answer("pixelSha" text, label integer, predicted integer, confidence double precision)`,
      [datasetId],
    );
  }

  /** When the data of the last training was read; null before the first. */
  async lastPacked(tx: Tx, datasetId: string, besides: string): Promise<Date | null> {
    const rows: { at: Date | null }[] = await tx.query(
      `select max(c.read_at) as at from dataset_check c join packed_split p on p.check_id = c.id where c.dataset_id = $1 and c.id <> $2`,
      [datasetId, besides],
    );
    return rows[0]?.at ?? null;
  }

  /** Brightness and class of the training pictures: those that were there at `since`, and those that came later. */
  async measured(
    tx: Tx,
    datasetId: string,
    checkId: string,
    since: Date,
  ): Promise<{ known: Measured; fresh: Measured }> {
    const rows: { mean: number; label: number; known: boolean }[] = await tx.query(
      `select r.mean, r.label, exists (select 1 from dataset_arrival a where a.dataset_id = $1 and a.pixel_sha = r.pixel_sha and a.at <= $3) as known
         from dataset_row r where r.check_id = $2 and r.usable and r.split = 'TRAINING'`,
      [datasetId, checkId, since],
    );
    const side = (known: boolean): Measured => {
      const own = rows.filter((row) => row.known === known);
      return { means: own.map((row) => row.mean), labels: own.map((row) => row.label) };
    };
    return { known: side(true), fresh: side(false) };
  }
}
