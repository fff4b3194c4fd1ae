import { Column, Entity, PrimaryColumn } from 'typeorm';

/** One answer of a model on the validation set, by picture. */
export interface Prediction {
  /** Line of the validation manifest; null for an uploaded picture. */
  row: number | null;
  path: string;
  pixelSha: string;
  /** Class numbers. */
  label: number;
  predicted: number;
  /** Probability of the predicted class. */
  confidence: number;
}

/** What a model answered on one frozen, un-augmented validation set; made once for each set. */
@Entity('evaluation')
export class Evaluation {
  @PrimaryColumn('text')
  modelVersionId: string;

  /** Digest of the validation pictures and labels; two evaluations compare only when it is equal. */
  @PrimaryColumn('text')
  validationDigest: string;

  @Column('integer')
  n: number;

  @Column('integer')
  correct: number;

  @Column('jsonb')
  predictions: Prediction[];

  @Column('timestamptz')
  createdAt: Date;
}
