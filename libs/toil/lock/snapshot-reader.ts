import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import type { Tx } from '#platform';
import { type MetricQuestion, toilMetric } from '../report/metric.rules.js';
import type { MetricValue, ReportBasis } from '../report/report.rules.js';
import { Service } from '../service/service.entity.js';
import { addDays } from '../time/zone.rules.js';
import { Locks } from './locks.js';
import { frozenSums } from './snapshot.rules.js';

/** What a snapshot is asked for. */
export interface SnapshotQuestion {
  question: MetricQuestion;
  from: string;
  to: string;
  serviceIds: string[];
  whole: boolean;
  asOf: Date;
}

/** Answers questions about locked weeks from what was frozen. */
@Injectable()
export class SnapshotReader {
  private readonly locks = new Locks();

  /** The frozen number for the same services, basis, view, mode and band; null unless the range is a week locked by then. */
  async answer(
    tx: Tx,
    asked: SnapshotQuestion,
    { thresholds }: Pick<ReportBasis, 'thresholds'>,
  ): Promise<MetricValue | null> {
    if (addDays(asked.from, 7) !== asked.to) return null;
    const lock = await this.locks.of(tx, asked.from);
    if (!lock || lock.lockedAt > asked.asOf) return null;
    const question = { ...asked.question, combined: false };
    const ids = [...asked.serviceIds, ...(await this.partsOf(tx, asked.serviceIds))];
    const frozen = frozenSums(lock.snapshot, question, ids, asked.whole);
    if (!frozen) return null;
    const { sums, capacity } = frozen;
    const metric = toilMetric(sums, capacity, question, thresholds, null, sums.banded);
    return { ...metric, asOf: lock.lockedAt, provisional: false, doubleCounted: sums.again > 0n };
  }
  // What was merged into the services since then was frozen under its own id.
  private async partsOf(tx: Tx, serviceIds: string[]): Promise<string[]> {
    const parts = await tx.find(Service, { where: { mergedInto: In(serviceIds) }, select: { id: true } });
    return parts.map(({ id }) => id);
  }
}
