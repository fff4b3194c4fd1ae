import { Injectable } from '@nestjs/common';
import { Alerts, type Caller, Refusal, type Tx } from '#platform';
import { type AcceptanceKind, acceptanceKind } from '../check/acceptance.rules.js';
import type { Finding, Severity } from '../check/finding.js';
import { DatasetRowRepository } from '../dataset/dataset-row.repository.js';
import { PIPELINE_HELD } from '../pipeline/pipeline-alerts.js';
import { subjectsOf } from './accepted-subjects.rules.js';
import type { FindingAcceptance } from './finding-acceptance.entity.js';
import type { Reviewed } from './quarantine-pictures.service.js';
import { ReviewRepository } from './review.repository.js';
import { ReviewBooks, ReviewDesk, type ReviewScene } from './review-desk.js';
import {
  type NewAcceptance,
  refuseBadAcceptance,
  refuseBadWithdrawal,
  type Withdrawal,
} from './review-input.rules.js';

/** Lets findings pass that a person has looked at, and takes that back. */
@Injectable()
export class AcceptFindings {
  constructor(
    private readonly books: ReviewBooks,
    private readonly desk: ReviewDesk,
    private readonly reviews: ReviewRepository,
    private readonly rows: DatasetRowRepository,
    private readonly alerts: Alerts,
  ) {}

  /**
   * A finding about pictures is accepted for these pictures (in every later report, by their pixels); one about the
   * whole dataset until it gets worse. Refuses what the report does not hold, and what only other data can mend.
   */
  accept(caller: Caller, input: NewAcceptance): Promise<Reviewed> {
    refuseBadAcceptance(input);
    const { idempotencyKey, ...content } = input;
    return this.books.transactions.run(async (tx) => {
      let changed = 0;
      const id = await this.books.idempotency.once(
        tx,
        'acceptFindings',
        idempotencyKey,
        content,
        async () => {
          const scene = await this.desk.open(tx, input.dataset);
          for (const [i, wanted] of input.findings.entries()) {
            await this.acceptOne(tx, caller, scene, wanted, input.reason.trim(), [
              'input',
              'findings',
              String(i),
            ]);
            changed++;
          }
          await this.desk.close(tx, scene.dataset);
          return scene.dataset.id;
        },
      );
      return { dataset: await this.desk.byId(tx, id), changed };
    });
  }

  /** The findings come back, as the data stands then. */
  withdraw(caller: Caller, input: Withdrawal): Promise<Reviewed> {
    refuseBadWithdrawal(input);
    return this.books.transactions.run(async (tx) => {
      const { dataset } = await this.desk.open(tx, input.dataset);
      const gone = await this.reviews.withdraw(tx, dataset.id, input.ids);
      if (gone.length === 0)
        throw new Refusal('NOT_FOUND', 'None of these is an acceptance of this dataset.', ['input', 'ids']);
      await this.books.audit.record(
        tx,
        caller,
        'dataset.acceptances-withdrawn',
        dataset.id,
        { acceptances: gone.map(audited) },
        null,
      );
      return { dataset: await this.desk.close(tx, dataset), changed: gone.length };
    });
  }

  private async acceptOne(
    tx: Tx,
    caller: Caller,
    scene: ReviewScene,
    wanted: NewAcceptance['findings'][number],
    reason: string,
    at: string[],
  ): Promise<void> {
    const open = this.desk.findings(scene, wanted, at);
    const acceptable = open.filter((found) => acceptanceKind(found) !== null);
    const [first] = acceptable;
    if (!first)
      throw new Refusal(
        'INVALID_INPUT',
        `${wanted.code} cannot be accepted: ${open[0]?.remedy ?? 'the data must change'}. Single pictures can be quarantined.`,
        [...at, 'code'],
      );
    const kind = acceptanceKind(first) as AcceptanceKind;
    const subjects = kind === 'WHOLE' ? [] : await this.subjects(tx, scene, acceptable, wanted.pixelShas);
    if (kind !== 'WHOLE' && subjects.length === 0)
      throw new Refusal('NOT_FOUND', `${wanted.code} names none of these pictures.`, [...at, 'pixelShas']);
    const { clock, ids, audit } = this.books;
    const now = clock.now();
    const acceptance: FindingAcceptance = {
      id: ids.next('acc'),
      datasetId: scene.dataset.id,
      code: first.code,
      split: first.split,
      severity: worst(acceptable),
      count: kind === 'WHOLE' ? first.count : subjects.length,
      message: first.message,
      reason,
      acceptedBy: caller.name,
      acceptedAt: now,
      readAt: scene.check.readAt ?? scene.check.createdAt,
    };
    await this.reviews.accept(tx, acceptance, subjects);
    if (acceptable.some(({ holds }) => holds))
      for (const pipeline of await this.reviews.pipelinesOf(tx, scene.dataset.id))
        await this.alerts.resolve(tx, PIPELINE_HELD, pipeline);
    await audit.record(tx, caller, 'dataset.finding-accepted', scene.dataset.id, null, audited(acceptance));
  }

  private async subjects(
    tx: Tx,
    { check }: ReviewScene,
    findings: readonly Finding[],
    only: string[] | null | undefined,
  ): Promise<string[]> {
    const [{ code, split }] = findings as [Finding];
    // A finding lists its first pictures only: faults of single rows are all in the table.
    const ofRows = split === 'BOTH' ? [] : await this.rows.pixelsWithFault(tx, check.id, split, code);
    return subjectsOf(findings, ofRows, only ?? null);
  }
}

const worst = (findings: readonly Finding[]): Severity =>
  findings.some(({ severity }) => severity === 'FAIL')
    ? 'FAIL'
    : findings.some(({ severity }) => severity === 'WARN')
      ? 'WARN'
      : 'INFO';

const audited = ({ id, code, split, severity, count, message, reason }: FindingAcceptance) => ({
  id,
  code,
  split,
  severity,
  count,
  message,
  reason,
});
