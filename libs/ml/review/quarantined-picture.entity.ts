import { Column, Entity, Index, PrimaryColumn } from 'typeorm';
import type { Split } from '../check/finding.js';

/** A picture that a person has taken out of use, and why; it stays out in every later check. */
@Entity('quarantined_picture')
@Index('quarantined_picture_dataset', ['datasetId', 'quarantinedAt'])
export class QuarantinedPicture {
  @PrimaryColumn('text')
  id: string;

  @Column('text')
  datasetId: string;

  /** Null for what cannot be decoded: it is known by split and path, and only as long as it cannot be decoded. */
  @Column('text', { nullable: true })
  pixelSha: string | null;

  /** With labelName: out of use in this split and class only; null: wherever these pixels turn up. */
  @Column('text', { nullable: true })
  split: Split | null;

  @Column('text', { nullable: true })
  labelName: string | null;

  /** How many equal pictures of that split and class stay in use, when only further copies were taken out. */
  @Column('integer')
  kept: number;

  /** Where it was found, for people; of undecodable ones also what they are known by. */
  @Column('text')
  path: string;

  @Column('text')
  foundSplit: Split;

  @Column('text')
  foundLabel: string;

  @Column('integer', { nullable: true })
  line: number | null;

  @Column('text')
  reason: string;

  @Column('text')
  quarantinedBy: string;

  @Column('timestamptz')
  quarantinedAt: Date;
}
