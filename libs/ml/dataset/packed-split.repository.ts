import { Injectable } from '@nestjs/common';
import type { Tx } from '#platform';

/** A packed split that nothing needs any more, by its check and content addresses. */
export interface StalePackedSplit {
  checkId: string;
  split: string;
  pixelsSha256: string;
  labelsSha256: string;
}

// What the runs behind registered versions trained on, and what the runs that go on now will.
const NEEDED = `
  select s.artefacts from run_step s join pipeline_run r on r.id = s.run_id
   where s.name = 'PREFLIGHT' and s.artefacts is not null
     and (r.status in ('QUEUED', 'RUNNING') or exists (select 1 from model_version m where m.run_id = r.id))`;

/** Finds packed splits that outlived their use. */
@Injectable()
export class PackedSplitRepository {
  /** Those of checks from before an instant that are not a dataset's last one, without a version or run that needs them; none while a run goes on. */
  stale(tx: Tx, before: Date): Promise<StalePackedSplit[]> {
    return tx.query(
      `with needed as (${NEEDED})
       select p.check_id as "checkId", p.split, p.pixels_sha256 as "pixelsSha256", p.labels_sha256 as "labelsSha256"
         from packed_split p join dataset_check c on c.id = p.check_id join dataset d on d.id = c.dataset_id
        where d.check_id is distinct from p.check_id and c.created_at <= $1
          and not exists (select 1 from pipeline_run r join pipeline l on l.id = r.pipeline_id
                           where l.dataset_id = d.id and r.status in ('QUEUED', 'RUNNING'))
          and not exists (select 1 from needed n
                           where p.pixels_sha256 in (n.artefacts->'training'->>'pixelsSha256', n.artefacts->'validation'->>'pixelsSha256'))
        order by p.check_id, p.split limit 1000`,
      [before],
    );
  }

  /** Which of these contents something else still refers to: equal data is stored once. */
  async shared(tx: Tx, splits: readonly StalePackedSplit[]): Promise<Set<string>> {
    const shas = splits.flatMap(({ pixelsSha256, labelsSha256 }) => [pixelsSha256, labelsSha256]);
    const rows: { sha: string }[] = await tx.query(
      `with needed as (${NEEDED}), kept as (
         select p.pixels_sha256, p.labels_sha256 from packed_split p
          where not exists (select 1 from unnest($2::text[], $3::text[]) g (check_id, split) where g.check_id = p.check_id and g.split = p.split))
       select sha from unnest($1::text[]) sha
        where exists (select 1 from kept k where sha in (k.pixels_sha256, k.labels_sha256))
           or exists (select 1 from needed n where sha in (
                n.artefacts->'training'->>'pixelsSha256', n.artefacts->'training'->>'labelsSha256',
                n.artefacts->'validation'->>'pixelsSha256', n.artefacts->'validation'->>'labelsSha256'))
           or exists (select 1 from model_version m where m.golden->>'pixelsSha256' = sha or m.weights_sha256 = sha)
           or exists (select 1 from uploaded_picture u where u.object_sha = sha)`,
      [shas, splits.map(({ checkId }) => checkId), splits.map(({ split }) => split)],
    );
    return new Set(rows.map(({ sha }) => sha));
  }

  async forget(tx: Tx, splits: readonly StalePackedSplit[]): Promise<void> {
    await tx.query(
      'delete from packed_split where (check_id, split) in (select * from unnest($1::text[], $2::text[]))',
      [splits.map(({ checkId }) => checkId), splits.map(({ split }) => split)],
    );
  }
}
