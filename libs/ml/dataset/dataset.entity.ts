import { Column, Entity, Index, PrimaryColumn } from 'typeorm';
import type { SizePolicy } from '../image/picture-policy.js';

/** Pictures with labels: where they lie, how they are read, and what the last finished check was. */
@Entity('dataset')
@Index('dataset_key', ['key'], { unique: true })
export class Dataset {
  @PrimaryColumn('text')
  id: string;

  @Column('text')
  key: string;

  /** Real path of the folder that paths are relative to; null when every picture was uploaded. */
  @Column('text', { nullable: true })
  root: string | null;

  /** Real path of the manifest; null when every picture was uploaded. */
  @Column('text', { nullable: true })
  trainingManifest: string | null;

  @Column('text', { nullable: true })
  validationManifest: string | null;

  @Column('text')
  sizePolicy: SizePolicy;

  @Column('boolean')
  expandGrey: boolean;

  /** A small share of bad rows is dropped instead of failing the report. */
  @Column('boolean')
  quarantine: boolean;

  /** Thresholds that differ from the defaults, as they were given. */
  @Column('jsonb', { nullable: true })
  checks: object | null;

  /** In class order; only ever appended to once a check has accepted them. */
  @Column('text', { array: true })
  classNames: string[];

  /** Counts the accepted class maps; 0 before the first. */
  @Column('integer')
  classMapVersion: number;

  /** The last check that finished; null before the first. */
  @Column('text', { nullable: true })
  checkId: string | null;

  /** Counts what people have decided about its pictures and findings. */
  @Column('integer')
  reviewCount: number;

  @Column('timestamptz')
  createdAt: Date;
}
