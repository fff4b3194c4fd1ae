import { Column, Entity, Index, PrimaryColumn } from 'typeorm';
import type { RunStatus } from './run-state.rules.js';

/** What started a run. */
export type RunTrigger = 'MANUAL' | 'AUTOMATIC' | 'SCHEDULE';

/** One pass through the six steps. At most one of a pipeline is queued or running. */
@Entity('pipeline_run')
@Index('pipeline_run_recent', ['pipelineId', 'createdAt', 'id'])
@Index('pipeline_run_active', ['pipelineId'], { unique: true, where: `status in ('QUEUED', 'RUNNING')` })
@Index('pipeline_run_completed', ['pipelineId', 'runKey'], { where: `status = 'SUCCEEDED'` })
export class PipelineRun {
  @PrimaryColumn('text')
  id: string;

  @Column('text')
  pipelineId: string;

  @Column('text')
  status: RunStatus;

  @Column('text')
  trigger: RunTrigger;

  /** Who asked for it; the product itself for automatic runs. */
  @Column('text')
  requestedBy: string;

  @Column('integer')
  seed: number;

  @Column('timestamptz')
  createdAt: Date;

  @Column('timestamptz', { nullable: true })
  startedAt: Date | null;

  @Column('timestamptz', { nullable: true })
  finishedAt: Date | null;

  /** The root cause: a code for the machine, a sentence for people. */
  @Column('text', { nullable: true })
  errorCode: string | null;

  @Column('text', { nullable: true })
  error: string | null;

  /** Digest of the pictures and labels that the run reads; known after VALIDATE. */
  @Column('text', { nullable: true })
  dataDigest: string | null;

  /** Digest of data and configuration together: a completed one is not trained again. */
  @Column('text', { nullable: true })
  runKey: string | null;

  /** Whether the data differs from what the last completed training saw. */
  @Column('boolean')
  newData: boolean;

  @Column('text', { nullable: true })
  modelVersionId: string | null;

  @Column('text', { nullable: true })
  engine: string | null;

  /** Grows with every attempt to train; an older process that still writes is refused. */
  @Column('integer')
  fence: number;
}
