import { Column, Entity, Index, PrimaryColumn } from 'typeorm';
import type { Split } from '../check/finding.js';

/** A picture that came over HTTP and was accepted: it decodes, and no other picture of the dataset has its pixels. */
@Entity('uploaded_picture')
@Index('uploaded_picture_pixels', ['datasetId', 'pixelSha'], { unique: true })
export class UploadedPicture {
  @PrimaryColumn('text')
  id: string;

  @Column('text')
  datasetId: string;

  @Column('text')
  split: Split;

  /** The name it was sent under, for people only: nothing is ever opened by it. */
  @Column('text')
  path: string;

  @Column('text')
  labelName: string;

  @Column('text')
  objectSha: string;

  @Column('text')
  pixelSha: string;

  @Column('timestamptz')
  acceptedAt: Date;
}
