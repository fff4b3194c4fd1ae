import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Split } from '../check/finding.js';

/** A repaired manifest that is read in place of a file, as long as the file is what it was made from. */
@Entity('manifest_revision')
export class ManifestRevision {
  @PrimaryColumn('text')
  datasetId: string;

  @PrimaryColumn('text')
  split: Split;

  /** 1 for the first of its split. */
  @PrimaryColumn('integer')
  revision: number;

  /** SHA-256 of the file that was repaired; another content of the file counts instead of the revision. */
  @Column('text')
  sourceSha256: string;

  /** The repaired text in the object store. */
  @Column('text')
  objectSha: string;

  @Column('integer')
  changedLines: number;

  @Column('text')
  appliedBy: string;

  @Column('timestamptz')
  appliedAt: Date;
}
