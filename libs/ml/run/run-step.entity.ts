import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { StepName, StepStatus } from './run-state.rules.js';

/** One of the six steps of a run, and the artefacts it left for the ones after it. */
@Entity('run_step')
export class RunStep {
  @PrimaryColumn('text')
  runId: string;

  @PrimaryColumn('text')
  name: StepName;

  @Column('text')
  status: StepStatus;

  @Column('timestamptz', { nullable: true })
  startedAt: Date | null;

  @Column('timestamptz', { nullable: true })
  finishedAt: Date | null;

  @Column('text', { nullable: true })
  detail: string | null;

  /** How far the step is, 0..1. */
  @Column('double precision')
  fraction: number;

  /** The job that runs it, so that it can be cancelled. */
  @Column('text', { nullable: true })
  jobId: string | null;

  /** Ids and content addresses of what the step made; its meaning belongs to the step. */
  @Column('jsonb', { nullable: true })
  artefacts: object | null;
}
