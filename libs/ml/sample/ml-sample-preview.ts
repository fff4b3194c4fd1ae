import { Injectable } from '@nestjs/common';
import type { Tx } from '#platform';
import { MlSampleRemovalRepository } from './ml-sample-removal.repository.js';

/** A thing of the sample that so many pipelines of people's own refer to; name: the key of a dataset, else null. */
export interface HeldByPipelines {
  id: string;
  kind: 'PIPELINE';
  count: number;
  name: string | null;
}

/** Looks ahead at what taking the sample away would take of pictures, pipelines and models. */
@Injectable()
export class MlSamplePreview {
  private readonly rows = new MlSampleRemovalRepository();

  /** Whether somebody has pictures or pipelines of their own, which sample data would mix with. */
  async hasOwnWork(tx: Tx): Promise<boolean> {
    const rows: unknown[] = await tx.query(
      '(select id from dataset limit 1) union all (select id from pipeline limit 1)',
    );
    return rows.length > 0;
  }

  /** How many things of each kind go. */
  async counts(tx: Tx): Promise<{ kind: string; count: number }[]> {
    return this.rows.counts(tx, await this.rows.going(tx));
  }

  /** What of the sample pipelines of people's own hold on to. */
  held(tx: Tx): Promise<HeldByPipelines[]> {
    return this.rows.held(tx);
  }
}
