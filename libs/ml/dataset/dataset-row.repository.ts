import { Injectable } from '@nestjs/common';
import type { Tx } from '#platform';
import type { FindingCode, Split } from '../check/finding.js';
import { DatasetChunk } from './dataset-chunk.entity.js';
import { DatasetRow } from './dataset-row.entity.js';

/** What reading a picture adds to its row. */
export type Measurement = Pick<
  DatasetRow,
  | 'position'
  | 'faults'
  | 'usable'
  | 'pixelSha'
  | 'hash'
  | 'mirror'
  | 'sharpness'
  | 'mean'
  | 'deviation'
  | 'grey'
  | 'thumb'
>;

/** A row by its place, its name and its pixels. */
export type NamedRow = Pick<DatasetRow, 'position' | 'split' | 'line' | 'path' | 'name' | 'pixelSha'>;

/** A row without its thumbnail. */
export type MeasuredRow = Omit<DatasetRow, 'thumb' | 'checkId'>;

/** A picture that can be used, as its neighbours see it. */
export type ThumbRow = Pick<
  DatasetRow,
  'position' | 'split' | 'line' | 'path' | 'name' | 'label' | 'pixelSha'
> & {
  /** 24x24 grey values. */
  thumb: Buffer;
};

const NAMED = 'position, split, line, path, name, pixel_sha as "pixelSha"';
const MEASURED = `${NAMED}, label, object_sha as "objectSha", faults, usable, quarantine_id as "quarantineId",
  hash, mirror, sharpness, mean, deviation, grey`;
const THUMB = `${NAMED}, label, thumb`;
const INSERT_AT_ONCE = 1000;

/** Keeps the rows of checks; always in pieces, so that memory does not grow with the dataset. */
@Injectable()
export class DatasetRowRepository {
  /** Adds rows that no picture has been read for. */
  async insert(
    tx: Tx,
    checkId: string,
    rows: Pick<
      DatasetRow,
      'position' | 'split' | 'line' | 'path' | 'name' | 'label' | 'objectSha' | 'faults'
    >[],
  ): Promise<void> {
    for (let i = 0; i < rows.length; i += INSERT_AT_ONCE) {
      await tx.query(
        `insert into dataset_row (check_id, position, split, line, path, name, label, object_sha, faults, usable)
         select $1, r.position, r.split, r.line, r.path, r.name, r.label, r."objectSha", r.faults, false
           from jsonb_to_recordset($2::jsonb) as r(position int, split text, line int, path text, name text, label int, "objectSha" text, faults jsonb)
         on conflict do nothing`,
        [checkId, JSON.stringify(rows.slice(i, i + INSERT_AT_ONCE))],
      );
    }
  }

  /** Rows by position, from..to exclusive, without their thumbnails. */
  stretch(tx: Tx, checkId: string, from: number, to: number): Promise<MeasuredRow[]> {
    return tx.query(
      `select ${MEASURED} from dataset_row where check_id = $1 and position >= $2 and position < $3 order by position`,
      [checkId, from, to],
    );
  }

  /** Thumbnails of the usable rows among them. */
  thumbs(tx: Tx, checkId: string, from: number, to: number): Promise<ThumbRow[]> {
    return tx.query(
      `select ${THUMB} from dataset_row
        where check_id = $1 and position >= $2 and position < $3 and usable and thumb is not null order by position`,
      [checkId, from, to],
    );
  }

  /** Thumbnails of `count` usable rows spread evenly over the first `rows`: the first of each stretch. */
  spreadThumbs(tx: Tx, checkId: string, rows: number, count: number): Promise<ThumbRow[]> {
    return tx.query(
      `select r.* from generate_series(0, $3::int - 1) s
        cross join lateral (select ${THUMB} from dataset_row
           where check_id = $1 and position >= s * $2::bigint / $3 and position < (s + 1) * $2::bigint / $3
             and usable and thumb is not null order by position limit 1) r
        order by r.position`,
      [checkId, rows, count],
    );
  }

  /** Writes what reading found; reading the same stretch again writes the same. */
  async measure(tx: Tx, checkId: string, rows: Measurement[]): Promise<void> {
    const plain = rows.map((row) => ({ ...row, thumb: row.thumb?.toString('base64') ?? null }));
    await tx.query(
      `update dataset_row as r set faults = m.faults, usable = m.usable, pixel_sha = m."pixelSha", hash = m.hash, mirror = m.mirror,
              sharpness = m.sharpness, mean = m.mean, deviation = m.deviation, grey = m.grey, thumb = decode(m.thumb, 'base64')
         from jsonb_to_recordset($2::jsonb) as m(position int, faults jsonb, usable boolean, "pixelSha" text, hash text, mirror text,
              sharpness real, mean real, deviation real, grey boolean, thumb text)
        where r.check_id = $1 and r.position = m.position`,
      [checkId, JSON.stringify(plain)],
    );
  }

  /** One usable picture of a check by its pixels. */
  byPixels(tx: Tx, checkId: string, pixelSha: string): Promise<DatasetRow | null> {
    return tx.findOne(DatasetRow, { where: { checkId, pixelSha }, order: { position: 'ASC' } });
  }

  /** Every row with one of these pixels, by position. */
  withPixels(tx: Tx, checkId: string, pixelShas: readonly string[]): Promise<NamedRow[]> {
    return tx.query(
      `select ${NAMED} from dataset_row where check_id = $1 and pixel_sha = any($2) order by position`,
      [checkId, pixelShas],
    );
  }

  /** The pictures on these lines of the manifests, by position. */
  onLines(
    tx: Tx,
    checkId: string,
    lines: readonly { split: Split | 'BOTH'; row: number }[],
  ): Promise<NamedRow[]> {
    return tx.query(
      `select ${NAMED} from dataset_row where check_id = $1
          and (split, line) in (select * from unnest($2::text[], $3::int[])) order by position`,
      [checkId, lines.map(({ split }) => split), lines.map(({ row }) => row)],
    );
  }

  /** Pixels of every row of a split that has this fault and was not taken out of use. */
  async pixelsWithFault(tx: Tx, checkId: string, split: Split, code: FindingCode): Promise<string[]> {
    const rows: { pixel_sha: string }[] = await tx.query(
      `select distinct pixel_sha from dataset_row where check_id = $1 and split = $2 and quarantine_id is null
          and pixel_sha is not null and faults @> $3::jsonb order by pixel_sha`,
      [checkId, split, JSON.stringify([{ code }])],
    );
    return rows.map((row) => row.pixel_sha);
  }

  /** Copies the readings of a finished check, as if nothing had been decided about them. */
  async copy(tx: Tx, sourceId: string, checkId: string): Promise<void> {
    await tx.query(
      `insert into dataset_row (check_id, position, split, line, path, name, label, object_sha, faults, usable,
              pixel_sha, hash, mirror, sharpness, mean, deviation, grey, thumb)
       select $2, position, split, line, path, name, label, object_sha, faults,
              pixel_sha is not null and not faults @> '[{"severity": "FAIL"}]', pixel_sha, hash, mirror, sharpness, mean, deviation, grey, thumb
         from dataset_row where check_id = $1 on conflict do nothing`,
      [sourceId, checkId],
    );
  }

  /** Usable rows of a split in the order of their pixels: equal data has one order, whatever its manifests. */
  async usable(
    tx: Tx,
    checkId: string,
    split: Split,
  ): Promise<
    Pick<DatasetRow, 'position' | 'line' | 'path' | 'name' | 'label' | 'objectSha' | 'pixelSha' | 'split'>[]
  > {
    return tx
      .createQueryBuilder(DatasetRow, 'r')
      .select([
        'r.checkId',
        'r.position',
        'r.line',
        'r.path',
        'r.name',
        'r.label',
        'r.objectSha',
        'r.pixelSha',
        'r.split',
      ])
      .where('r.checkId = :checkId and r.split = :split and r.usable', { checkId, split })
      .orderBy('r.pixelSha')
      .addOrderBy('r.label')
      .addOrderBy('r.position')
      .getMany();
  }

  /** Opens `count` chunks of a check. */
  async openChunks(tx: Tx, checkId: string, count: number): Promise<void> {
    await tx.query(
      'insert into dataset_chunk (check_id, number, done) select $1, n, false from generate_series(0, $2::int - 1) n on conflict do nothing',
      [checkId, count],
    );
  }

  /** Marks a chunk as done; returns how many are not. */
  async closeChunk(tx: Tx, checkId: string, number: number): Promise<number> {
    await tx.update(DatasetChunk, { checkId, number }, { done: true });
    return tx.countBy(DatasetChunk, { checkId, done: false });
  }

  /** Done and all chunks of a check. */
  async progress(tx: Tx, checkId: string): Promise<{ done: number; all: number }> {
    const all = await tx.countBy(DatasetChunk, { checkId });
    return { all, done: await tx.countBy(DatasetChunk, { checkId, done: true }) };
  }

  /** Notes usable pictures that the dataset has never had as arrivals. */
  async noteArrivals(tx: Tx, datasetId: string, checkId: string, at: Date): Promise<void> {
    await tx.query(
      `insert into dataset_arrival (dataset_id, pixel_sha, split, label_name, at)
       select distinct on (pixel_sha) $1, pixel_sha, split, name, $3 from dataset_row where check_id = $2 and usable order by pixel_sha, position
       on conflict do nothing`,
      [datasetId, checkId, at],
    );
  }

  /** Forgets the rows of older checks of a dataset, unless a run still has to pack them; their reports stay. */
  async prune(tx: Tx, datasetId: string, keep: readonly string[]): Promise<void> {
    for (const table of ['dataset_row', 'dataset_chunk']) {
      await tx.query(
        `delete from ${table} where check_id in (select id from dataset_check where dataset_id = $1 and state in ('FINISHED', 'FAILED') and not id = any($2)
            and not exists (select 1 from run_step s join pipeline_run r on r.id = s.run_id
                             where s.name = 'VALIDATE' and s.artefacts->>'checkId' = dataset_check.id and r.status in ('QUEUED', 'RUNNING')))`,
        [datasetId, keep],
      );
    }
  }
}
