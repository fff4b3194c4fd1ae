import { Column, Entity, Index, PrimaryColumn } from 'typeorm';
import type { GateSettings } from '../gate/gate-case.rules.js';
import type { TriggerSettings } from '../trigger/trigger-policy.rules.js';
import type { DeploymentSettings, TrainingSettings } from './pipeline-settings.rules.js';

export const PIPELINE_STATES = ['ACTIVE', 'PAUSED', 'BLOCKED'] as const;
/** BLOCKED: the same failure three times in a row. */
export type PipelineState = (typeof PIPELINE_STATES)[number];

/** A dataset, how it is trained, judged and deployed, and how the automation stands. */
@Entity('pipeline')
@Index('pipeline_key', ['key'], { unique: true })
@Index('pipeline_dataset', ['datasetId'])
export class Pipeline {
  @PrimaryColumn('text')
  id: string;

  @Column('text')
  key: string;

  @Column('text')
  state: PipelineState;

  @Column('text')
  serviceId: string;

  @Column('text')
  datasetId: string;

  @Column('jsonb')
  training: TrainingSettings;

  @Column('jsonb')
  trigger: TriggerSettings;

  @Column('jsonb')
  gate: GateSettings;

  @Column('jsonb')
  deployment: DeploymentSettings;

  @Column('timestamptz')
  createdAt: Date;

  /** From when on new data counts as new: the creation, then the start of the last completed training. */
  @Column('timestamptz')
  newSince: Date;

  /** Data digest of the last completed training; null before the first. */
  @Column('text', { nullable: true })
  trainedDigest: string | null;

  /** No automatic run before this instant. */
  @Column('timestamptz', { nullable: true })
  cooldownUntil: Date | null;

  /** Root-cause codes of the failures since the last success, newest first. */
  @Column('text', { array: true })
  failureCodes: string[];

  /** When the schedule last had its turn. */
  @Column('timestamptz', { nullable: true })
  scheduledAt: Date | null;

  /** Grows with every move of the alias; what serves compares it. */
  @Column('integer')
  generation: number;
}
