import { Column, Entity, Index, PrimaryColumn } from 'typeorm';
import type { WeekCell } from './week-cell.rules.js';

/** The attributed time of one person in one week (from its Monday) of the reporting zone, day by day. Partitioned by week. */
@Entity('person_week')
@Index('person_week_capped', ['week'], { where: 'capped_dates is not null' })
export class PersonWeek {
  @PrimaryColumn('text')
  personId: string;

  @PrimaryColumn('date')
  week: string;

  @Column('jsonb')
  cells: WeekCell[];

  /** Dates on which time without a clock was cut to 24 h. */
  @Column('date', { array: true, nullable: true })
  cappedDates: string[] | null;
}
