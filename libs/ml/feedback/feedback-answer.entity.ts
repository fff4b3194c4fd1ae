import { Column, Entity, PrimaryColumn } from 'typeorm';

/** What one version answers to a labelled picture; asked of every version that is live or on trial. */
@Entity('feedback_answer')
export class FeedbackAnswer {
  @PrimaryColumn('text')
  feedbackId: string;

  @PrimaryColumn('text')
  modelVersionId: string;

  @Column('text')
  answer: string;

  /** Probability of that answer. */
  @Column('double precision')
  confidence: number;

  @Column('boolean')
  right: boolean;
}
