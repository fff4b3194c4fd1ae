import { Column, Entity, Index, PrimaryColumn } from 'typeorm';
import type { FindingCode } from '../check/finding.js';

/** One picture (its pixel digest) or pair (both) that an acceptance speaks of. */
@Entity('accepted_subject')
@Index('accepted_subject_dataset', ['datasetId'])
export class AcceptedSubject {
  @PrimaryColumn('text')
  acceptanceId: string;

  @PrimaryColumn('text')
  subject: string;

  @Column('text')
  datasetId: string;

  @Column('text')
  code: FindingCode;
}
