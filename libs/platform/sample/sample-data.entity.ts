import { Column, Entity, PrimaryColumn } from 'typeorm';

export const SAMPLE_STATUSES = ['LOADING', 'LOADED', 'REMOVING'] as const;
export type SampleStatus = (typeof SAMPLE_STATUSES)[number];

/** What is being written. */
export const SAMPLE_STAGES = [
  'ORGANIZATION',
  'HISTORY',
  'AUTOMATION',
  'REPORTS',
  'PICTURES',
  'PIPELINES',
] as const;
export type SampleStage = (typeof SAMPLE_STAGES)[number];

/** The id of the only row. */
export const SAMPLE_ID = 'sample';

/** Where the sample data stands: one row while there is any, none otherwise. */
@Entity('sample_data')
export class SampleData {
  @PrimaryColumn('text')
  id: string;

  @Column('text')
  status: SampleStatus;

  /** Its dates are counted from this Monday, however long loading takes. */
  @Column('date')
  monday: string;

  /** Language of names and texts. */
  @Column('text')
  locale: string;

  /** What is written next, or was written last. */
  @Column('text')
  stage: SampleStage;

  /** How many of its parts are written; a killed worker goes on with the next one. */
  @Column('integer')
  done: number;

  @Column('integer')
  parts: number;

  /** Why loading or removing does not go on; null while it does. */
  @Column('text', { nullable: true })
  error: string | null;

  @Column('timestamptz')
  startedAt: Date;

  @Column('timestamptz', { nullable: true })
  loadedAt: Date | null;
}

/** One thing that the sample brought along. Whatever has no tag belongs to the people who work here. */
@Entity('sample_tag')
export class SampleTag {
  @PrimaryColumn('text')
  id: string;
}
