import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A stretch of rows that one job reads; the last one to be done starts the end of the check. */
@Entity('dataset_chunk')
export class DatasetChunk {
  @PrimaryColumn('text')
  checkId: string;

  @PrimaryColumn('integer')
  number: number;

  @Column('boolean')
  done: boolean;
}
