import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** A picture that a pipeline was asked about, with what it really shows. The newest are kept. */
@Entity('feedback')
@Index('feedback_picture', ['pipelineId', 'pixelSha'], { unique: true })
@Index('feedback_recent', ['pipelineId', 'givenAt', 'id'])
export class Feedback {
  @PrimaryColumn('text')
  id: string;

  @Column('text')
  pipelineId: string;

  @Column('text')
  pixelSha: string;

  /** The picture without anything but its pixels, in the object store. */
  @Column('text')
  objectSha: string;

  /** Name of the true class; it need not be one that the model knows. */
  @Column('text')
  label: string;

  /** The request that the picture was asked in, when the caller says so. */
  @Column('text', { nullable: true })
  requestKey: string | null;

  @Column('text')
  givenBy: string;

  @Column('timestamptz')
  givenAt: Date;

  /** When it became a picture of the pipeline's dataset; null before. */
  @Column('timestamptz', { nullable: true })
  usedAt: Date | null;
}
