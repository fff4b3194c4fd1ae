import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { SurveyRhythm } from './campaign.rules.js';

/** How often people are asked how their week was, from which day on. */
@Entity('survey_schedule')
export class SurveySchedule {
  @PrimaryColumn('text')
  id: string;

  @Column('text')
  every: SurveyRhythm;

  /** The day on which the first campaign opens; the others follow on the same day of the week or month. */
  @Column('date')
  startsOn: string;

  @Column('integer')
  openDays: number;

  /** Days after the opening; those who have not answered by then are asked once more. */
  @Column('integer')
  remindAfterDays: number;

  /** Whose people are asked: those with capacity on these services; null = on any. */
  @Column('text', { array: true, nullable: true })
  serviceIds: string[] | null;

  @Column('timestamptz')
  createdAt: Date;

  @Column('timestamptz', { nullable: true })
  stoppedAt: Date | null;
}
