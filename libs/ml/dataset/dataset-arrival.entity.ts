import { Column, Entity, Index, PrimaryColumn } from 'typeorm';
import type { Split } from '../check/finding.js';

/** The first time that a usable picture was seen in a dataset, uploaded or by a check; what the retrain policy counts. */
@Entity('dataset_arrival')
@Index('dataset_arrival_at', ['datasetId', 'at'])
export class DatasetArrival {
  @PrimaryColumn('text')
  datasetId: string;

  @PrimaryColumn('text')
  pixelSha: string;

  @Column('text')
  split: Split;

  @Column('text')
  labelName: string;

  @Column('timestamptz')
  at: Date;
}
