import type { Tx } from '#platform';
import type { HeldByPipelines } from './ml-sample-preview.js';

/** What goes and what stays of datasets and pipelines. */
export interface MlGoing {
  datasets: string[];
  pipelines: string[];
}

const OF_DATASET = [
  'dataset_arrival',
  'class_map',
  'held_picture',
  'quarantined_picture',
  'finding_acceptance',
  'accepted_subject',
  'uploaded_picture',
  'manifest_revision',
];
const OF_CHECK = ['dataset_chunk', 'dataset_row', 'packed_split'];
const OF_RUN = ['run_step', 'run_log', 'metric_point'];
const OF_PIPELINE = [
  'gate_decision',
  'deployment',
  'feedback',
  'queue_state',
  'model_version',
  'pipeline_run',
];

/** Finds and deletes what the sample's datasets and pipelines are made of. */
export class MlSampleRemovalRepository {
  /** A dataset stays as long as a pipeline of somebody's own reads it. */
  async going(tx: Tx): Promise<MlGoing> {
    const tagged = (table: string): Promise<{ id: string }[]> =>
      tx.query(
        `select id from ${table} where id in (select id from sample_tag) ${
          table === 'dataset'
            ? 'and id not in (select dataset_id from pipeline where id not in (select id from sample_tag))'
            : ''
        }`,
      );
    return {
      datasets: (await tagged('dataset')).map(({ id }) => id),
      pipelines: (await tagged('pipeline')).map(({ id }) => id),
    };
  }

  /** Services and datasets of the sample that pipelines of people's own refer to. */
  held(tx: Tx): Promise<HeldByPipelines[]> {
    return tx.query(
      `select t.id, 'PIPELINE' as kind, count(*)::int as count, d.key as name
         from pipeline p join sample_tag t on t.id in (p.service_id, p.dataset_id) left join dataset d on d.id = t.id
        where p.id not in (select id from sample_tag) group by t.id, d.key order by t.id`,
    );
  }

  counts(tx: Tx, { datasets, pipelines }: MlGoing): Promise<{ kind: string; count: number }[]> {
    return tx.query(
      `select kind, count from (
         select 1 as place, 'DATASET' as kind, cardinality($1::text[]) as count
         union all select 2, 'PICTURE', count(*)::int from uploaded_picture where dataset_id = any($1)
         union all select 3, 'PIPELINE', cardinality($2::text[])
         union all select 4, 'RUN', count(*)::int from pipeline_run where pipeline_id = any($2)
         union all select 5, 'MODEL', count(*)::int from model_version where pipeline_id = any($2)
       ) as counts where count > 0 order by place`,
      [datasets, pipelines],
    );
  }

  /** Runs of the pipelines: all, and those that go on. */
  async runs(tx: Tx, pipelines: readonly string[]): Promise<{ id: string; open: boolean }[]> {
    return tx.query(
      `select id, status in ('QUEUED', 'RUNNING') as open from pipeline_run where pipeline_id = any($1)`,
      [pipelines],
    );
  }

  /** Whether a job about one of them runs or is about to: it has to find its rows. */
  async busy(tx: Tx, { datasets, pipelines }: MlGoing): Promise<boolean> {
    const rows: unknown[] = await tx.query(
      `select 1 from pgboss.job j where j.state in ('active', 'created', 'retry') and j.name <> 'dead-letters' and (
         j.data->>'runId' in (select id from pipeline_run where pipeline_id = any($1))
         or j.data->>'pipelineId' = any($1)
         or j.data->>'checkId' in (select id from dataset_check where dataset_id = any($2))
         or j.data->>'deploymentId' in (select id from deployment where pipeline_id = any($1))
         or j.data->>'modelVersionId' in (select id from model_version where pipeline_id = any($1))) limit 1`,
      [pipelines, datasets],
    );
    return rows.length > 0;
  }

  /** Deletes all rows; answers the ids of what had a history of its own. */
  async delete(tx: Tx, { datasets, pipelines }: MlGoing): Promise<string[]> {
    const subjects: { id: string }[] = await tx.query(
      `select unnest($1::text[] || $2::text[]) as id
       union select id from pipeline_run where pipeline_id = any($2)
       union select id from model_version where pipeline_id = any($2)
       union select id from deployment where pipeline_id = any($2)`,
      [datasets, pipelines],
    );
    const checks = '(select id from dataset_check where dataset_id = any($1))';
    for (const table of OF_CHECK)
      await tx.query(`delete from ${table} where check_id in ${checks}`, [datasets]);
    for (const table of OF_DATASET)
      await tx.query(`delete from ${table} where dataset_id = any($1)`, [datasets]);
    await tx.query('delete from dataset_check where dataset_id = any($1)', [datasets]);
    await tx.query('delete from dataset where id = any($1)', [datasets]);
    const runs = '(select id from pipeline_run where pipeline_id = any($1))';
    await tx.query(
      `delete from job_progress where job_id in (select job_id from run_step where run_id in ${runs})`,
      [pipelines],
    );
    for (const table of OF_RUN) await tx.query(`delete from ${table} where run_id in ${runs}`, [pipelines]);
    const of = (table: string) => `(select id from ${table} where pipeline_id = any($1))`;
    await tx.query(`delete from feedback_answer where feedback_id in ${of('feedback')}`, [pipelines]);
    await tx.query(`delete from evaluation where model_version_id in ${of('model_version')}`, [pipelines]);
    await tx.query(`delete from deployment_traffic where deployment_id in ${of('deployment')}`, [pipelines]);
    for (const table of OF_PIPELINE)
      await tx.query(`delete from ${table} where pipeline_id = any($1)`, [pipelines]);
    await tx.query('delete from pipeline where id = any($1)', [pipelines]);
    return subjects.map(({ id }) => id);
  }
}
