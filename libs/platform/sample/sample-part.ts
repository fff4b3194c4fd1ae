import type { Tx } from '../database/transactions.js';
import type { SampleData, SampleStage } from './sample-data.entity.js';

/** Where the sample stands in time (nothing of it is later than startedAt), and its language. */
export type SampleFrame = Pick<SampleData, 'monday' | 'startedAt' | 'locale'>;

/** A part of the sample: all of it is written once, however often its worker dies. */
export interface SamplePart {
  stage: SampleStage;
  /** What needs no transaction of ours, or many; doing it again changes nothing. */
  before?(): Promise<unknown>;
  write(tx: Tx, frame: SampleFrame): Promise<void>;
}
