import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** Why somebody was away. */
export const TIME_OFF_KINDS = ['PTO', 'HOLIDAY', 'SICK'] as const;
export type TimeOffKind = (typeof TIME_OFF_KINDS)[number];

/** Full days off [fromDate, toDate); personIds null = everybody's holiday. */
@Entity('time_off')
@Index('time_off_range', ['toDate', 'fromDate'])
export class TimeOff {
  @PrimaryColumn('text')
  id: string;

  @Column('text', { array: true, nullable: true })
  personIds: string[] | null;

  @Column('date')
  fromDate: string;

  @Column('date')
  toDate: string;

  @Column('text')
  kind: TimeOffKind;

  @Column('timestamptz')
  recordedAt: Date;

  /** What the day is called, where a calendar file told it. */
  @Column('text', { nullable: true })
  name: string | null;

  /** The calendar that it came from. */
  @Column('text', { nullable: true })
  calendar: string | null;

  /** Since when it does not hold any more; kept for reports as of an earlier instant. */
  @Column('timestamptz', { nullable: true })
  removedAt: Date | null;
}
