import { Column, Entity, PrimaryColumn } from 'typeorm';

/** That a person's mail about a campaign was handed over, or is about to be; forgotten when the campaign closes. */
@Entity('survey_reminder')
export class SurveyReminder {
  @PrimaryColumn('text')
  campaignId: string;

  @PrimaryColumn('text')
  personId: string;

  @Column('timestamptz')
  claimedAt: Date;
}
