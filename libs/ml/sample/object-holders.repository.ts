import type { Tx } from '#platform';

// Every place that holds the address of a content, with the dataset or pipeline that owns the place.
const HOLDERS = [
  'select object_sha as sha, dataset_id as owner from uploaded_picture',
  'select r.object_sha, c.dataset_id from dataset_row r join dataset_check c on c.id = r.check_id',
  'select unnest(array[p.pixels_sha256, p.labels_sha256]), c.dataset_id from packed_split p join dataset_check c on c.id = p.check_id',
  'select object_sha, dataset_id from manifest_revision',
  'select object_sha, pipeline_id from feedback',
  `select unnest(array[weights_sha256, golden->>'pixelsSha256']), pipeline_id from model_version`,
  `select f->>'sha256', pipeline_id from model_version, jsonb_array_elements(files) as f`,
  `select a #>> '{}', r.pipeline_id from run_step s join pipeline_run r on r.id = s.run_id,
     jsonb_path_query(s.artefacts, '$.**') as a where jsonb_typeof(a) = 'string'`,
].join('\nunion all ');

/** Knows which contents of the object store only some datasets and pipelines need. */
export class ObjectHolders {
  /** Addresses that nothing needs once the owners are gone: equal content is stored once and may have others. */
  async onlyOf(tx: Tx, owners: readonly string[]): Promise<string[]> {
    const rows: { sha: string }[] = await tx.query(
      `with held as (${HOLDERS})
       select sha from held where sha ~ '^[0-9a-f]{64}$' group by sha having bool_and(owner = any($1))`,
      [owners],
    );
    return rows.map(({ sha }) => sha);
  }
}
