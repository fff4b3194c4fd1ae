import { Injectable } from '@nestjs/common';
import { type Caller, Refusal, type Tx } from '#platform';
import { ArrivalRepository } from '../dataset/arrival.repository.js';
import type { Dataset } from '../dataset/dataset.entity.js';
import { DatasetRowRepository } from '../dataset/dataset-row.repository.js';
import { type Decision, decisionsOfPixels, decisionsOfRows, type ReviewedRow } from './quarantine.rules.js';
import type { QuarantinedPicture } from './quarantined-picture.entity.js';
import { ReviewRepository } from './review.repository.js';
import { ReviewBooks, ReviewDesk, type ReviewScene } from './review-desk.js';
import {
  type NewQuarantine,
  picturesOf,
  refuseBadQuarantine,
  refuseBadWithdrawal,
  type Withdrawal,
} from './review-input.rules.js';

/** What a decision changed. */
export interface Reviewed {
  dataset: Dataset;
  /** Decisions that were made or taken back; what had been decided before does not count. */
  changed: number;
}

/** Takes single pictures out of use and back into it. */
@Injectable()
export class QuarantinePictures {
  constructor(
    private readonly books: ReviewBooks,
    private readonly desk: ReviewDesk,
    private readonly reviews: ReviewRepository,
    private readonly rows: DatasetRowRepository,
    private readonly arrivals: ArrivalRepository,
  ) {}

  /** Keeps the pictures out of this and every later report. Refuses rows and pixels that the last report has not seen. */
  quarantine(caller: Caller, input: NewQuarantine): Promise<Reviewed> {
    refuseBadQuarantine(input);
    const { idempotencyKey, ...content } = input;
    return this.books.transactions.run(async (tx) => {
      let changed = 0;
      const id = await this.books.idempotency.once(
        tx,
        'quarantinePictures',
        idempotencyKey,
        content,
        async () => {
          const scene = await this.desk.open(tx, input.dataset);
          const decisions = await this.decide(tx, scene, input);
          changed = decisions.length;
          if (changed > 0) await this.write(tx, caller, scene.dataset, decisions, input.reason.trim());
          return scene.dataset.id;
        },
      );
      return { dataset: await this.desk.byId(tx, id), changed };
    });
  }

  /** Brings pictures back; each counts as new data, because no run may have used it since. */
  release(caller: Caller, input: Withdrawal): Promise<Reviewed> {
    refuseBadWithdrawal(input);
    return this.books.transactions.run(async (tx) => {
      const { dataset } = await this.desk.open(tx, input.dataset);
      const released = await this.reviews.release(tx, dataset.id, input.ids);
      if (released.length === 0)
        throw new Refusal('NOT_FOUND', 'None of these pictures is in quarantine in this dataset.', [
          'input',
          'ids',
        ]);
      await this.arrivals.arriveAgain(
        tx,
        dataset.id,
        released.flatMap(({ pixelSha }) => (pixelSha === null ? [] : [pixelSha])),
        this.books.clock.now(),
      );
      await this.books.audit.record(
        tx,
        caller,
        'dataset.pictures-released',
        dataset.id,
        { pictures: released.map(audited) },
        null,
      );
      return { dataset: await this.desk.close(tx, dataset), changed: released.length };
    });
  }

  private async decide(tx: Tx, scene: ReviewScene, input: NewQuarantine): Promise<Decision[]> {
    const { dataset, check } = scene;
    const existing = await this.reviews.allQuarantined(tx, dataset.id);
    const everywhere = await this.rows.withPixels(tx, check.id, input.pixelShas ?? []);
    for (const [i, sha] of (input.pixelShas ?? []).entries())
      if (!everywhere.some((row) => row.pixelSha === sha))
        throw new Refusal('NOT_FOUND', `The last report has not seen a picture with the pixels ${sha}.`, [
          'input',
          'pixelShas',
          String(i),
        ]);
    const selected = [
      ...(await this.named(tx, check.id, input.rows ?? [])),
      ...(await this.listed(tx, scene, input.finding)),
    ];
    const unique = [...new Map(selected.map((row) => [row.position, row])).values()];
    const shas = unique.flatMap(({ pixelSha }) => (pixelSha === null ? [] : [pixelSha]));
    const copies = await this.rows.withPixels(tx, check.id, shas);
    const wide = decisionsOfPixels(everywhere, existing);
    return [...wide, ...decisionsOfRows(unique, copies, [...existing, ...wide])];
  }

  private async named(
    tx: Tx,
    checkId: string,
    places: NonNullable<NewQuarantine['rows']>,
  ): Promise<ReviewedRow[]> {
    const rows = await this.rows.onLines(tx, checkId, places);
    for (const [i, { split, row }] of places.entries())
      if (!rows.some((one) => one.split === split && one.line === row))
        throw new Refusal(
          'NOT_FOUND',
          `Line ${row} of the ${split.toLowerCase()} manifest held no picture in the last report; a line that could not be read is repaired in the manifest.`,
          ['input', 'rows', String(i), 'row'],
        );
    return rows;
  }

  private async listed(tx: Tx, scene: ReviewScene, ref: NewQuarantine['finding']): Promise<ReviewedRow[]> {
    if (!ref) return [];
    const at = ['input', 'finding'];
    const pictures = this.desk.findings(scene, ref, at).flatMap(picturesOf);
    if (pictures.length === 0)
      throw new Refusal('INVALID_INPUT', `${ref.code} names no single pictures.`, [...at, 'code']);
    const onLines = await this.rows.onLines(
      tx,
      scene.check.id,
      pictures.flatMap(({ split, row }) => (row === null ? [] : [{ split, row }])),
    );
    const uploads = pictures.filter(({ row }) => row === null);
    const uploaded = await this.rows.withPixels(
      tx,
      scene.check.id,
      uploads.flatMap(({ pixelSha }) => (pixelSha === null ? [] : [pixelSha])),
    );
    return [
      ...onLines,
      ...uploaded.filter(
        (row) =>
          row.line === null &&
          uploads.some((one) => one.pixelSha === row.pixelSha && one.split === row.split),
      ),
    ];
  }

  private async write(
    tx: Tx,
    caller: Caller,
    dataset: Dataset,
    decisions: Decision[],
    reason: string,
  ): Promise<void> {
    const { ids, clock, audit } = this.books;
    const at = clock.now();
    const pictures = decisions.map(
      (decision): QuarantinedPicture => ({
        ...decision,
        id: ids.next('qrt'),
        datasetId: dataset.id,
        reason,
        quarantinedBy: caller.name,
        quarantinedAt: at,
      }),
    );
    await this.reviews.quarantine(tx, pictures);
    await audit.record(tx, caller, 'dataset.pictures-quarantined', dataset.id, null, {
      reason,
      pictures: pictures.map(audited),
    });
    await this.desk.close(tx, dataset);
  }
}

const audited = ({ id, path, foundSplit, line, pixelSha, reason }: QuarantinedPicture) => ({
  id,
  path,
  split: foundSplit,
  row: line,
  pixelSha,
  reason,
});
