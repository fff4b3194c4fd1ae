import { Column, Entity, Index, PrimaryColumn } from 'typeorm';
import type { Finding, Verdict } from '../check/finding.js';
import type { Tally } from '../check/tally.rules.js';

export type CheckState = 'QUEUED' | 'RUNNING' | 'FINISHED' | 'FAILED';

/** One pass of all checks over a dataset, and the report it made. At most one that has not ended for each dataset. */
@Entity('dataset_check')
@Index('dataset_check_open', ['datasetId'], {
  unique: true,
  where: `state = ANY (ARRAY['QUEUED'::text, 'RUNNING'::text])`,
})
@Index('dataset_check_recent', ['datasetId', 'createdAt'])
export class DatasetCheck {
  @PrimaryColumn('text')
  id: string;

  @Column('text')
  datasetId: string;

  @Column('text')
  state: CheckState;

  @Column('timestamptz')
  createdAt: Date;

  /** The check whose readings it judges anew, after a decision about its pictures; null when it reads for itself. */
  @Column('text', { nullable: true })
  sourceId: string | null;

  /** The moment its list of pictures was taken: every upload accepted until then is in it, none accepted later. */
  @Column('timestamptz', { nullable: true })
  readAt: Date | null;

  @Column('timestamptz', { nullable: true })
  finishedAt: Date | null;

  /** Why the check itself broke; never a finding. */
  @Column('text', { nullable: true })
  error: string | null;

  /** Class names by this reading of the manifests. */
  @Column('text', { array: true })
  classNames: string[];

  /** Lines of each manifest that hold or should hold a picture, uploads included. */
  @Column('integer')
  trainingRows: number;

  @Column('integer')
  validationRows: number;

  /** Faults of the manifests that belong to no readable row. */
  @Column('jsonb')
  tallies: Tally[];

  @Column('text', { nullable: true })
  verdict: Verdict | null;

  @Column('integer', { nullable: true })
  usableTraining: number | null;

  @Column('integer', { nullable: true })
  usableValidation: number | null;

  @Column('jsonb', { nullable: true })
  findings: Finding[] | null;

  /** Over the usable pictures of both splits, their labels and the policy. */
  @Column('text', { nullable: true })
  digest: string | null;
}
