import { Column, Entity, Index, PrimaryColumn } from 'typeorm';
import type { FindingCode, Severity, Split } from '../check/finding.js';

/** What is wrong with a row. */
export interface RowFault {
  code: FindingCode;
  severity: Severity;
  message: string;
}

/** One picture of one check: its place in the manifest, what was wrong with it and what was measured on it. */
@Entity('dataset_row')
@Index('dataset_row_pixels', ['checkId', 'pixelSha'])
export class DatasetRow {
  @PrimaryColumn('text')
  checkId: string;

  /** 0 based over both splits, training first, in the order of the manifests. */
  @PrimaryColumn('integer')
  position: number;

  @Column('text')
  split: Split;

  /** Physical line of the split's manifest; null for an uploaded picture. */
  @Column('integer', { nullable: true })
  line: number | null;

  @Column('text')
  path: string;

  @Column('text')
  name: string;

  @Column('integer')
  label: number;

  /** Where an uploaded picture lies in the object store; null for a file under the root. */
  @Column('text', { nullable: true })
  objectSha: string | null;

  @Column('jsonb')
  faults: RowFault[];

  /** Read, decoded, labelled, free of any fault that FAILs and was not accepted, and not in quarantine. */
  @Column('boolean')
  usable: boolean;

  /** The decision of a person that keeps it out of use; set when the report is written. */
  @Column('text', { nullable: true })
  quarantineId: string | null;

  @Column('text', { nullable: true })
  pixelSha: string | null;

  /** Difference hash of the picture and of its mirror image, 16 hexadecimal digits each. */
  @Column('text', { nullable: true })
  hash: string | null;

  @Column('text', { nullable: true })
  mirror: string | null;

  @Column('real', { nullable: true })
  sharpness: number | null;

  @Column('real', { nullable: true })
  mean: number | null;

  @Column('real', { nullable: true })
  deviation: number | null;

  @Column('boolean', { nullable: true })
  grey: boolean | null;

  /** 24x24 grey values. */
  @Column('bytea', { nullable: true })
  thumb: Buffer | null;
}
