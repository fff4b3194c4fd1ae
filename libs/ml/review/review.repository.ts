import { Injectable } from '@nestjs/common';
import { type Page, type PageRequest, pageOf, positionOf, type Tx } from '#platform';
import type { Acceptances } from '../check/acceptance.rules.js';
import { AcceptedSubject } from './accepted-subject.entity.js';
import { FindingAcceptance } from './finding-acceptance.entity.js';
import { QuarantinedPicture } from './quarantined-picture.entity.js';

/** What people have decided about a dataset, as a report needs it. */
export interface Review {
  accepted: Acceptances;
  /** Pictures that were there at this moment count as known to the drift check; null when nobody accepted a drift. */
  driftAcceptedAt: Date | null;
}

/** Keeps quarantined pictures and accepted findings, and applies them to the rows of a check. */
@Injectable()
export class ReviewRepository {
  /** Marks the rows that are out of use and settles which are usable; applying it again changes nothing. */
  async apply(tx: Tx, datasetId: string, checkId: string): Promise<Review> {
    const decided: unknown[] = await tx.query(
      `select 1 from quarantined_picture where dataset_id = $1 union all select 1 from finding_acceptance where dataset_id = $1 limit 1`,
      [datasetId],
    );
    if (decided.length > 0) await this.settle(tx, datasetId, checkId);
    return this.review(tx, datasetId);
  }

  /** Everything that was taken out of use, the newest first. */
  async quarantined(tx: Tx, datasetId: string, page: PageRequest): Promise<Page<QuarantinedPicture>> {
    const after = positionOf(page.after);
    const query = tx
      .createQueryBuilder(QuarantinedPicture, 'q')
      .where('q.datasetId = :datasetId', { datasetId })
      .orderBy('q.quarantinedAt', 'DESC')
      .addOrderBy('q.id', 'DESC')
      .take(page.first + 1);
    if (after)
      query.andWhere('(q.quarantinedAt, q.id) < (:at::timestamptz, :id)', { at: after[0], id: after[1] });
    return pageOf(await query.getMany(), page.first, (row) => [row.quarantinedAt.toISOString(), row.id]);
  }

  /** Every accepted finding, the newest first. */
  async acceptances(tx: Tx, datasetId: string, page: PageRequest): Promise<Page<FindingAcceptance>> {
    const after = positionOf(page.after);
    const query = tx
      .createQueryBuilder(FindingAcceptance, 'a')
      .where('a.datasetId = :datasetId', { datasetId })
      .orderBy('a.acceptedAt', 'DESC')
      .addOrderBy('a.id', 'DESC')
      .take(page.first + 1);
    if (after)
      query.andWhere('(a.acceptedAt, a.id) < (:at::timestamptz, :id)', { at: after[0], id: after[1] });
    return pageOf(await query.getMany(), page.first, (row) => [row.acceptedAt.toISOString(), row.id]);
  }

  /** What is out of use now. */
  allQuarantined(tx: Tx, datasetId: string): Promise<QuarantinedPicture[]> {
    return tx.findBy(QuarantinedPicture, { datasetId });
  }

  async quarantine(tx: Tx, pictures: readonly QuarantinedPicture[]): Promise<void> {
    await tx.insert(QuarantinedPicture, [...pictures]);
  }

  /** Removes decisions of this dataset; answers with those that were there. */
  async release(tx: Tx, datasetId: string, ids: readonly string[]): Promise<QuarantinedPicture[]> {
    const found = await tx
      .createQueryBuilder(QuarantinedPicture, 'q')
      .where('q.datasetId = :datasetId and q.id = any(:ids)', { datasetId, ids })
      .getMany();
    await tx.query('delete from quarantined_picture where dataset_id = $1 and id = any($2)', [
      datasetId,
      ids,
    ]);
    return found;
  }

  /** Keeps an acceptance with the pictures or pairs that it speaks of. */
  async accept(tx: Tx, acceptance: FindingAcceptance, subjects: readonly string[]): Promise<void> {
    const { id, datasetId, code } = acceptance;
    await tx.insert(FindingAcceptance, acceptance);
    await tx.query(
      'insert into accepted_subject (acceptance_id, subject, dataset_id, code) select distinct $1, unnest($2::text[]), $3, $4',
      [id, subjects, datasetId, code],
    );
  }

  /** Removes acceptances of this dataset; answers with those that were there. */
  async withdraw(tx: Tx, datasetId: string, ids: readonly string[]): Promise<FindingAcceptance[]> {
    const found = await tx
      .createQueryBuilder(FindingAcceptance, 'a')
      .where('a.datasetId = :datasetId and a.id = any(:ids)', { datasetId, ids })
      .getMany();
    await tx.query('delete from accepted_subject where dataset_id = $1 and acceptance_id = any($2)', [
      datasetId,
      ids,
    ]);
    await tx.query('delete from finding_acceptance where dataset_id = $1 and id = any($2)', [datasetId, ids]);
    return found;
  }

  /** Keys of the pipelines that train on a dataset. */
  async pipelinesOf(tx: Tx, datasetId: string): Promise<string[]> {
    const rows: { key: string }[] = await tx.query('select key from pipeline where dataset_id = $1', [
      datasetId,
    ]);
    return rows.map(({ key }) => key);
  }

  private async review(tx: Tx, datasetId: string): Promise<Review> {
    const subjects = await tx.findBy(AcceptedSubject, { datasetId });
    const all = await tx.findBy(FindingAcceptance, { datasetId });
    const drifts = all.filter(({ code }) => code === 'DRIFT').map(({ readAt }) => readAt.getTime());
    return {
      accepted: { subjects: new Set(subjects.map(({ code, subject }) => `${code} ${subject}`)), whole: all },
      driftAcceptedAt: drifts.length === 0 ? null : new Date(Math.max(...drifts)),
    };
  }

  // Of equal pictures in one split and class the first `kept` stay in use; what cannot be decoded is known by its place.
  private async settle(tx: Tx, datasetId: string, checkId: string): Promise<void> {
    await tx.query(
      `with copy as (
         select position, pixel_sha, split, name, row_number() over (partition by pixel_sha, split, name order by position) as nth
           from dataset_row where check_id = $1 and pixel_sha in (select pixel_sha from quarantined_picture where dataset_id = $2)),
       hit as (
         select c.position, max(q.id) as id from copy c join quarantined_picture q on q.dataset_id = $2 and q.pixel_sha = c.pixel_sha
          where c.nth > q.kept and (q.split is null or (q.split = c.split and q.label_name = c.name)) group by c.position
         union all
         select r.position, max(q.id) from dataset_row r join quarantined_picture q
             on q.dataset_id = $2 and q.pixel_sha is null and q.split = r.split and q.path = r.path
          where r.check_id = $1 and r.pixel_sha is null group by r.position)
       update dataset_row r set quarantine_id = p.id
         from (select o.position, hit.id from dataset_row o left join hit on hit.position = o.position where o.check_id = $1) p
        where r.check_id = $1 and r.position = p.position and r.quarantine_id is distinct from p.id`,
      [checkId, datasetId],
    );
    await tx.query(
      `update dataset_row r set usable = not r.usable
        where r.check_id = $1 and r.usable is distinct from (r.pixel_sha is not null and r.quarantine_id is null and not exists (
          select 1 from jsonb_array_elements(r.faults) f where f->>'severity' = 'FAIL' and not exists (
            select 1 from accepted_subject a where a.dataset_id = $2 and a.code = f->>'code' and a.subject = r.pixel_sha and a.code not in ('FORMAT_MISMATCH', 'CHANNELS_MISMATCH'))))`,
      [checkId, datasetId],
    );
  }
}
