import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** A person whose pictures were erased, by a name that means nothing. */
@Entity('erasure')
@Index('erasure_recent', ['erasedAt', 'id'])
export class Erasure {
  @PrimaryColumn('text')
  id: string;

  /** Stands wherever the name stood. */
  @Column('text')
  placeholder: string;

  /** Pictures of datasets that were deleted, files outside not counted. */
  @Column('integer')
  pictures: number;

  /** Labelled pictures of predictions that were deleted. */
  @Column('integer')
  feedback: number;

  /** Keys of the datasets. */
  @Column('text', { array: true })
  datasets: string[];

  /** Keys of datasets whose import folder held files of the person: they are not ours to delete. */
  @Column('text', { array: true })
  outside: string[];

  @Column('text')
  erasedBy: string;

  @Column('timestamptz')
  erasedAt: Date;
}

/** A version that learned from the pictures of an erased person. */
@Entity('erased_model')
@Index('erased_model_version', ['modelVersionId'])
export class ErasedModel {
  @PrimaryColumn('text')
  erasureId: string;

  @PrimaryColumn('text')
  modelVersionId: string;

  /** When its weights, files and pictures were deleted; null while it still holds them. */
  @Column('timestamptz', { nullable: true })
  retiredAt: Date | null;
}
