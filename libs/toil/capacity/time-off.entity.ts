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
}
