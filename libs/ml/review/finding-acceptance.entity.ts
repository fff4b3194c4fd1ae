import { Column, Entity, Index, PrimaryColumn } from 'typeorm';
import type { Finding, FindingCode, Severity } from '../check/finding.js';

/** One finding that a person has looked at and accepted, with the reason. */
@Entity('finding_acceptance')
@Index('finding_acceptance_dataset', ['datasetId', 'acceptedAt'])
export class FindingAcceptance {
  @PrimaryColumn('text')
  id: string;

  @Column('text')
  datasetId: string;

  @Column('text')
  code: FindingCode;

  @Column('text')
  split: Finding['split'];

  /** As bad as it was when it was accepted. */
  @Column('text')
  severity: Severity;

  /** Pictures or pairs that were accepted; of findings over the whole data set their count. */
  @Column('integer')
  count: number;

  @Column('text')
  message: string;

  @Column('text')
  reason: string;

  @Column('text')
  acceptedBy: string;

  @Column('timestamptz')
  acceptedAt: Date;

  /** When the pictures were read that the accepted report speaks of. */
  @Column('timestamptz')
  readAt: Date;
}
