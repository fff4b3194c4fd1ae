import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Split } from '../check/finding.js';

/** A split decoded once: pixels uint8 [rows, 96, 96, 3] and labels int32 LE [rows] in the object store. */
@Entity('packed_split')
export class PackedSplitRow {
  @PrimaryColumn('text')
  checkId: string;

  @PrimaryColumn('text')
  split: Split;

  @Column('text')
  pixelsSha256: string;

  @Column('text')
  labelsSha256: string;

  @Column('integer')
  rows: number;

  @Column('text')
  digest: string;
}
