import { Column, Entity, PrimaryColumn } from 'typeorm';

/** What one version answered during one stage of a trial; the serving processes add to it. */
@Entity('deployment_traffic')
export class DeploymentTraffic {
  /** The deployment on trial. */
  @PrimaryColumn('text')
  deploymentId: string;

  /** SHADOW, CANARY-10 and the like: counts of one stage never mix with the next. */
  @PrimaryColumn('text')
  stage: string;

  @PrimaryColumn('text')
  modelVersionId: string;

  @Column('bigint')
  requests: string;

  @Column('bigint')
  errors: string;

  @Column('bigint')
  nanOutputs: string;

  @Column('bigint')
  rejected: string;

  /** Shadow only: answers equal to the live model's. */
  @Column('bigint')
  agreed: string;

  /** Answers by class, in class order. */
  @Column('bigint', { array: true })
  classes: string[];

  /** Requests by latency bucket; bounds in latency.rules.ts. */
  @Column('bigint', { array: true })
  latency: string[];
}
