import { Injectable } from '@nestjs/common';
import type { Tx } from '#platform';

/** Where pictures of a person lie. */
export interface PersonData {
  /** Datasets, by key. */
  datasets: { id: string; key: string }[];
  pixels: string[];
}

/** What was deleted, for the store to forget. */
export interface Deleted {
  pictures: number;
  feedback: number;
  objects: string[];
  paths: string[];
  /** Ids of datasets with files outside the store. */
  outside: string[];
}

const NAMED = `
  select dataset_id, pixel_sha from uploaded_picture where label_name = $1
  union select dataset_id, pixel_sha from dataset_arrival where label_name = $1
  union select dataset_id, pixel_sha from quarantined_picture where found_label = $1 or label_name = $1
  union select c.dataset_id, r.pixel_sha from dataset_row r join dataset_check c on c.id = r.check_id where r.name = $1
  union select l.dataset_id, f.pixel_sha from feedback f join pipeline l on l.id = f.pipeline_id where f.label = $1
  union select id, null from dataset where $1 = any(class_names)
  union select dataset_id, null from class_map where $1 = any(names)`;

/** Finds and deletes the pictures of one person in all datasets, whatever they are called there. */
@Injectable()
export class PersonDataRepository {
  /** Everything under the name, and every dataset that has one of those pictures. */
  async find(tx: Tx, name: string): Promise<PersonData> {
    const named: { pixel_sha: string | null }[] = await tx.query(NAMED, [name]);
    const pixels = [...new Set(named.flatMap((row) => (row.pixel_sha === null ? [] : [row.pixel_sha])))];
    const datasets: { id: string; key: string }[] = await tx.query(
      `select id, key from dataset where id in (select dataset_id from (${NAMED}) n)
          or id in (select dataset_id from uploaded_picture where pixel_sha = any($2))
          or id in (select c.dataset_id from dataset_row r join dataset_check c on c.id = r.check_id where r.pixel_sha = any($2)) order by id`,
      [name, pixels],
    );
    return { datasets, pixels };
  }

  /** What reads these datasets now: keys of pipelines with a run, and of datasets with a check. */
  async busy(tx: Tx, datasetIds: readonly string[]): Promise<string[]> {
    const rows: { what: string }[] = await tx.query(
      `select 'a run of ' || l.key as what from pipeline_run r join pipeline l on l.id = r.pipeline_id
        where l.dataset_id = any($1) and r.status in ('QUEUED', 'RUNNING')
       union select 'a check of ' || d.key from dataset_check c join dataset d on d.id = c.dataset_id
        where d.id = any($1) and c.state in ('QUEUED', 'RUNNING')`,
      [datasetIds],
    );
    return rows.map(({ what }) => what);
  }

  /** Deletes rows; answers what the store has to forget. Packed pictures go as a whole: they can be packed anew. */
  async delete(tx: Tx, name: string, { datasets, pixels }: PersonData): Promise<Deleted> {
    const ids = datasets.map(({ id }) => id);
    const uploads: { object_sha: string; path: string }[] = await deleted(
      tx,
      'delete from uploaded_picture where label_name = $1 or pixel_sha = any($2) returning object_sha, path',
      [name, pixels],
    );
    const rows: { path: string; object_sha: string | null; check_id: string }[] = await deleted(
      tx,
      'delete from dataset_row where name = $1 or pixel_sha = any($2) returning path, object_sha, check_id',
      [name, pixels],
    );
    const files = rows.filter((row) => row.object_sha === null);
    const outside: { id: string }[] = await tx.query('select id from dataset where check_id = any($1)', [
      [...new Set(files.map((row) => row.check_id))],
    ]);
    const feedback: { id: string; object_sha: string }[] = await deleted(
      tx,
      'delete from feedback where label = $1 or pixel_sha = any($2) returning id, object_sha',
      [name, pixels],
    );
    await tx.query('delete from feedback_answer where feedback_id = any($1)', [feedback.map(({ id }) => id)]);
    await tx.query('delete from dataset_arrival where label_name = $1 or pixel_sha = any($2)', [
      name,
      pixels,
    ]);
    await tx.query('delete from held_picture where pixel_sha = any($1)', [pixels]);
    const decided: { path: string }[] = await deleted(
      tx,
      'delete from quarantined_picture where found_label = $1 or label_name = $1 or pixel_sha = any($2) returning path',
      [name, pixels],
    );
    await tx.query(
      'delete from accepted_subject where dataset_id = any($1) and exists (select from unnest($2::text[]) sha where position(sha in subject) > 0)',
      [ids, pixels],
    );
    return {
      pictures: new Set(uploads.map((row) => row.object_sha)).size,
      feedback: feedback.length,
      objects: [...[...uploads, ...feedback].map((row) => row.object_sha), ...(await this.packed(tx, ids))],
      paths: [...new Set([...uploads, ...rows, ...decided].map(({ path }) => path))],
      outside: outside.map(({ id }) => id),
    };
  }

  private async packed(tx: Tx, datasetIds: readonly string[]): Promise<string[]> {
    const rows: { sha: string | null }[] = await tx.query(
      `select p.pixels_sha256 as sha from packed_split p join dataset_check c on c.id = p.check_id where c.dataset_id = any($1)
       union select s.artefacts->part->>'pixelsSha256' from run_step s join pipeline_run r on r.id = s.run_id join pipeline l on l.id = r.pipeline_id,
             unnest(array['training', 'validation']) part
        where s.name = 'PREFLIGHT' and s.artefacts is not null and l.dataset_id = any($1)`,
      [datasetIds],
    );
    await tx.query(
      'delete from packed_split where check_id in (select id from dataset_check where dataset_id = any($1))',
      [datasetIds],
    );
    return rows.flatMap(({ sha }) => (sha === null ? [] : [sha]));
  }
}

// TypeORM answers a delete with its rows and their number.
async function deleted<Row>(tx: Tx, sql: string, values: unknown[]): Promise<Row[]> {
  const [rows]: [Row[], number] = await tx.query(sql, values);
  return rows;
}
