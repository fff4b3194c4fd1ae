import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import { type Page, type PageRequest, pageOf, positionOf, type Tx } from '#platform';
import { Feedback } from './feedback.entity.js';
import { FeedbackAnswer } from './feedback-answer.entity.js';

/** Pictures that only one of two versions names right. */
export interface PairedFeedback {
  canaryOnlyRight: number;
  liveOnlyRight: number;
}

/** Keeps labelled pictures and what versions answer to them. */
@Injectable()
export class FeedbackRepository {
  /** Keeps a label; a later one for the same picture takes its place, and every version is asked anew. */
  async give(tx: Tx, feedback: Feedback): Promise<string> {
    const known = await tx.findOneBy(Feedback, {
      pipelineId: feedback.pipelineId,
      pixelSha: feedback.pixelSha,
    });
    if (!known) {
      await tx.insert(Feedback, feedback);
      return feedback.id;
    }
    const { label, givenBy, givenAt, requestKey } = feedback;
    await tx.update(Feedback, { id: known.id }, { label, givenBy, givenAt, requestKey });
    await tx.delete(FeedbackAnswer, { feedbackId: known.id });
    return known.id;
  }

  byIds(tx: Tx, pipelineId: string, ids: readonly string[]): Promise<Feedback[]> {
    return tx.findBy(Feedback, { pipelineId, id: In([...ids]) });
  }

  /** Labelled pictures of a pipeline, newest first. */
  async page(tx: Tx, pipelineId: string, page: PageRequest): Promise<Page<Feedback>> {
    const after = positionOf(page.after);
    const query = tx
      .createQueryBuilder(Feedback, 'f')
      .where('f.pipelineId = :pipelineId', { pipelineId })
      .orderBy('f.givenAt', 'DESC')
      .addOrderBy('f.id', 'DESC')
      .take(page.first + 1);
    if (after) query.andWhere('(f.givenAt, f.id) < (:at::timestamptz, :id)', { at: after[0], id: after[1] });
    return pageOf(await query.getMany(), page.first, (row) => [row.givenAt.toISOString(), row.id]);
  }

  /** What versions answered to these pictures, with the numbers of the versions. */
  answers(
    tx: Tx,
    feedbackIds: readonly string[],
  ): Promise<{ feedbackId: string; version: number; answer: string; confidence: number; right: boolean }[]> {
    return tx.query(
      `select a.feedback_id as "feedbackId", m.number as version, a.answer, a.confidence, a."right"
         from feedback_answer a join model_version m on m.id = a.model_version_id
        where a.feedback_id = any($1) order by m.number`,
      [feedbackIds],
    );
  }

  /** Pictures that a version has not been asked about yet, newest first. */
  unasked(tx: Tx, pipelineId: string, modelVersionId: string, most: number): Promise<Feedback[]> {
    return tx
      .createQueryBuilder(Feedback, 'f')
      .where('f.pipelineId = :pipelineId', { pipelineId })
      .andWhere(
        'not exists (select 1 from feedback_answer a where a.feedback_id = f.id and a.model_version_id = :modelVersionId)',
        { modelVersionId },
      )
      .orderBy('f.givenAt', 'DESC')
      .take(most)
      .getMany();
  }

  /** Keeps answers to labels that still stand. */
  async answer(tx: Tx, answers: readonly FeedbackAnswer[], labels: readonly string[]): Promise<void> {
    await tx.query(
      `insert into feedback_answer (feedback_id, model_version_id, answer, confidence, "right")
       select a.id, a.version, a.answer, a.confidence, a.answer = f.label
         from unnest($1::text[], $2::text[], $3::text[], $4::float8[], $5::text[]) a (id, version, answer, confidence, label)
         join feedback f on f.id = a.id and f.label = a.label on conflict do nothing`,
      [
        answers.map((one) => one.feedbackId),
        answers.map((one) => one.modelVersionId),
        answers.map((one) => one.answer),
        answers.map((one) => one.confidence),
        labels,
      ],
    );
  }

  /** How trial and live version differ on pictures that were labelled since the trial was made. */
  async paired(tx: Tx, trialId: string, liveId: string, since: Date): Promise<PairedFeedback> {
    const rows: { canary: string; live: string }[] = await tx.query(
      `select count(*) filter (where c."right" and not l."right") as canary,
              count(*) filter (where l."right" and not c."right") as live
         from feedback_answer c join feedback_answer l on l.feedback_id = c.feedback_id and l.model_version_id = $2
         join feedback f on f.id = c.feedback_id
        where c.model_version_id = $1 and f.given_at >= $3`,
      [trialId, liveId, since],
    );
    return { canaryOnlyRight: Number(rows[0]?.canary ?? 0), liveOnlyRight: Number(rows[0]?.live ?? 0) };
  }

  async used(tx: Tx, ids: readonly string[], at: Date): Promise<void> {
    await tx.update(Feedback, { id: In([...ids]) }, { usedAt: at });
  }

  /** Forgets all but the newest; answers with the contents that nothing refers to any more. */
  async prune(tx: Tx, pipelineId: string, keep: number): Promise<string[]> {
    const [gone]: [{ id: string; object_sha: string }[], number] = await tx.query(
      `delete from feedback where id in (
         select id from feedback where pipeline_id = $1 order by given_at desc, id desc offset $2) returning id, object_sha`,
      [pipelineId, keep],
    );
    if (gone.length === 0) return [];
    await tx.query('delete from feedback_answer where feedback_id = any($1)', [gone.map(({ id }) => id)]);
    const free: { sha: string }[] = await tx.query(
      `select distinct sha from unnest($1::text[]) sha
        where not exists (select 1 from feedback f where f.object_sha = sha)
          and not exists (select 1 from uploaded_picture u where u.object_sha = sha)`,
      [gone.map((one) => one.object_sha)],
    );
    return free.map(({ sha }) => sha);
  }
}
