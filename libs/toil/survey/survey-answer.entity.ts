import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** How a person says its week was spent; a later answer for the same week replaces it. */
@Entity('survey_answer')
@Index('survey_answer_current', ['personId', 'weekStarting'], {
  unique: true,
  where: 'superseded_at is null',
})
@Index('survey_answer_week', ['weekStarting'])
export class SurveyAnswer {
  @PrimaryColumn('text')
  id: string;

  @Column('text')
  personId: string;

  @Column('date')
  weekStarting: string;

  @Column('numeric', { precision: 7, scale: 4 })
  toilPercent: string;

  @Column('numeric', { precision: 7, scale: 4, nullable: true })
  engineeringPercent: string | null;

  @Column('numeric', { precision: 7, scale: 4, nullable: true })
  overheadPercent: string | null;

  /** What is none of the three; null: not asked. */
  @Column('numeric', { precision: 7, scale: 4, nullable: true })
  otherPercent: string | null;

  /** Days off in that week, which the percentages leave out. */
  @Column('numeric', { precision: 7, scale: 4, nullable: true })
  timeOffDays: string | null;

  @Column('text', { nullable: true })
  comment: string | null;

  @Column('timestamptz')
  recordedAt: Date;

  @Column('timestamptz', { nullable: true })
  supersededAt: Date | null;
}
