import { Column, Entity, PrimaryColumn } from 'typeorm';

/** One accepted version of a dataset's classes; each version starts with all of the one before. */
@Entity('class_map')
export class ClassMapVersion {
  @PrimaryColumn('text')
  datasetId: string;

  @PrimaryColumn('integer')
  version: number;

  @Column('text', { array: true })
  names: string[];

  @Column('timestamptz')
  createdAt: Date;
}
