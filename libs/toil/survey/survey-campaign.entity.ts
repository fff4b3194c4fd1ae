import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** One time that people are asked, about one week. */
@Entity('survey_campaign')
@Index('survey_campaign_once', ['scheduleId', 'opensOn'], { unique: true })
@Index('survey_campaign_recent', ['openedAt', 'id'])
@Index('survey_campaign_open', ['closesAt'], { where: 'closed_at is null' })
export class SurveyCampaign {
  @PrimaryColumn('text')
  id: string;

  @Column('text')
  scheduleId: string;

  /** The first day of the week that is asked about. */
  @Column('date')
  weekStarting: string;

  @Column('date')
  opensOn: string;

  @Column('timestamptz')
  remindAt: Date;

  @Column('timestamptz')
  closesAt: Date;

  @Column('text', { array: true, nullable: true })
  serviceIds: string[] | null;

  @Column('timestamptz')
  openedAt: Date;

  @Column('timestamptz', { nullable: true })
  remindedAt: Date | null;

  /** Reminders that went out by mail. */
  @Column('integer', { default: 0 })
  mailed: number;

  @Column('timestamptz', { nullable: true })
  closedAt: Date | null;
}
