import { Column, Entity, Index, PrimaryColumn } from 'typeorm';
import type { DeploymentState } from './deployment-state.rules.js';

/** Where one version stands on its way to the requests. At most one is LIVE and one on trial for each pipeline. */
@Entity('deployment')
@Index('deployment_version', ['modelVersionId'], { unique: true })
@Index('deployment_live', ['pipelineId'], { unique: true, where: `state = 'LIVE'` })
@Index('deployment_trial', ['pipelineId'], { unique: true, where: `state in ('SHADOW', 'CANARY')` })
export class Deployment {
  @PrimaryColumn('text')
  id: string;

  @Column('text')
  pipelineId: string;

  @Column('text')
  modelVersionId: string;

  @Column('text')
  state: DeploymentState;

  /** Share of the requests that a canary answers now; null in every other state. */
  @Column('integer', { nullable: true })
  canaryPercent: number | null;

  /** Why it waits or ended, in one sentence. */
  @Column('text', { nullable: true })
  detail: string | null;

  /** Whether a person has to decide before it goes on. */
  @Column('boolean')
  held: boolean;

  /** Whether a person asked for it to go live at once after the smoke test. */
  @Column('boolean')
  forced: boolean;

  /** When it passed the smoke test; null before. */
  @Column('timestamptz', { nullable: true })
  smokedAt: Date | null;

  @Column('timestamptz')
  createdAt: Date;

  /** Since when it is in this state (and at this canary share). */
  @Column('timestamptz')
  since: Date;

  /** When it last went live. */
  @Column('timestamptz', { nullable: true })
  liveAt: Date | null;
}
