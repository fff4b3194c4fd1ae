import { Column, Entity, PrimaryColumn } from 'typeorm';

/** How far a job has come; one row for each job that reported. */
@Entity('job_progress')
export class JobProgress {
  @PrimaryColumn('text')
  jobId: string;

  @Column('text')
  contract: string;

  /** 0..1 */
  @Column('double precision')
  fraction: number;

  @Column('text')
  note: string;

  @Column('timestamptz')
  updatedAt: Date;
}
