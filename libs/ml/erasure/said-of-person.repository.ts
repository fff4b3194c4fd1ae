import { Injectable } from '@nestjs/common';
import { AuditTrail, ObjectStore, type Tx } from '#platform';
import { type ErasedPerson, scrub, scrubText } from './scrub.rules.js';

/** A table that tells of pictures: the columns that may say a name, and which rows come into question. */
interface Telling {
  table: string;
  key: string;
  columns: string[];
  where: string;
  /** Lists that count: their entries stay. */
  keepEntries?: boolean;
}

const OF_RUNS =
  'run_id in (select r.id from pipeline_run r join pipeline l on l.id = r.pipeline_id where l.dataset_id = any($1))';
const OF_PIPELINES = 'pipeline_id in (select id from pipeline where dataset_id = any($1))';

const TELLING: Telling[] = [
  { table: 'dataset', key: 'id', columns: ['class_names'], where: 'id = any($1)' },
  { table: 'class_map', key: 'dataset_id, version', columns: ['names'], where: 'dataset_id = any($1)' },
  {
    table: 'dataset_check',
    key: 'id',
    columns: ['class_names', 'tallies', 'findings', 'error'],
    where: 'dataset_id = any($1)',
  },
  { table: 'finding_acceptance', key: 'id', columns: ['message', 'reason'], where: 'dataset_id = any($1)' },
  { table: 'quarantined_picture', key: 'id', columns: ['reason'], where: 'dataset_id = any($1)' },
  {
    table: 'feedback_answer',
    key: 'feedback_id, model_version_id',
    columns: ['answer'],
    where: `model_version_id in (select id from model_version where ${OF_PIPELINES})`,
  },
  {
    table: 'evaluation',
    key: 'model_version_id, validation_digest',
    columns: ['predictions'],
    where: `model_version_id in (select id from model_version where ${OF_PIPELINES})`,
    keepEntries: true,
  },
  {
    table: 'gate_decision',
    key: 'model_version_id',
    columns: ['classes', 'advice', 'reasons'],
    where: OF_PIPELINES,
    keepEntries: true,
  },
  { table: 'pipeline_run', key: 'id', columns: ['error'], where: OF_PIPELINES },
  {
    table: 'run_step',
    key: 'run_id, name',
    columns: ['detail', 'artefacts'],
    where: OF_RUNS,
    keepEntries: true,
  },
  { table: 'run_log', key: 'sequence', columns: ['line'], where: OF_RUNS },
  { table: 'queue_state', key: 'pipeline_id, queue', columns: ['cause'], where: OF_PIPELINES },
  { table: 'alert', key: 'id', columns: ['title', 'detail'], where: 'cardinality($1::text[]) > 0' },
];

const MANIFEST_PAGE = 100;

/** Takes a person out of what reports, answers, logs and the audit trail say. */
@Injectable()
export class SaidOfPerson {
  constructor(
    private readonly audit: AuditTrail,
    private readonly store: ObjectStore,
  ) {}

  /** For datasets that are locked. */
  async scrub(tx: Tx, person: ErasedPerson, datasetIds: readonly string[]): Promise<void> {
    for (const telling of TELLING) await this.scrubTable(tx, person, telling, datasetIds);
    const subjects: { subject_id: string }[] = await tx.query(
      `select distinct subject_id from audit_record
        where subject_id = any($1) or position($2 in coalesce(before::text, '') || coalesce(after::text, '')) > 0`,
      [datasetIds, JSON.stringify(person.name).slice(1, -1)],
    );
    for (const { subject_id } of subjects)
      await this.audit.rewrite(tx, subject_id, (said) => scrub(said, person) as object);
  }

  /** Forgets repaired manifests that name one of the pictures; the file on disk counts again. Answers their contents. */
  async forgetManifests(tx: Tx, person: ErasedPerson, datasetIds: readonly string[]): Promise<string[]> {
    const revisions: { object_sha: string }[] = await tx.query(
      'select distinct object_sha from manifest_revision where dataset_id = any($1)',
      [datasetIds],
    );
    const forgotten: string[] = [];
    for (const { object_sha } of revisions.slice(0, MANIFEST_PAGE)) {
      const text = (await this.store.has(object_sha)) ? (await this.store.get(object_sha)).toString() : '';
      if (text !== '' && text === scrubText(text, person)) continue;
      await tx.query('delete from manifest_revision where object_sha = $1', [object_sha]);
      forgotten.push(object_sha);
    }
    return forgotten;
  }

  private async scrubTable(
    tx: Tx,
    person: ErasedPerson,
    { table, key, columns, where, keepEntries }: Telling,
    datasetIds: readonly string[],
  ): Promise<void> {
    const keys = key.split(', ');
    const rows: Record<string, unknown>[] = await tx.query(
      `select ${keys.concat(columns).join(', ')} from ${table} where ${where}`,
      [datasetIds],
    );
    for (const row of rows) {
      const change = columns.flatMap((column) => {
        const scrubbed = scrub(row[column], person, keepEntries);
        return JSON.stringify(scrubbed) === JSON.stringify(row[column]) ? [] : [{ column, scrubbed }];
      });
      if (change.length === 0) continue;
      const sets = change.map(({ column }, i) => `${column} = $${i + 1}`);
      const places = keys.map((one, i) => `${one} = $${change.length + i + 1}`);
      await tx.query(`update ${table} set ${sets.join(', ')} where ${places.join(' and ')}`, [
        ...change.map(({ column, scrubbed }) => (isList(column) ? scrubbed : written(scrubbed))),
        ...keys.map((one) => row[one]),
      ]);
    }
  }
}

const LISTS = new Set(['class_names', 'names', 'reasons']);
/** A column of text[], which the driver writes from an array. */
const isList = (column: string): boolean => LISTS.has(column);
const written = (value: unknown): unknown =>
  typeof value === 'object' && value !== null ? JSON.stringify(value) : value;
