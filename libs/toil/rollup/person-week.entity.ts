import { Column, Entity, Index, PrimaryColumn } from 'typeorm';
import type { IncidentMode } from '../report/interval.js';
import type { WeekCell } from './week-cell.rules.js';

/** A date on which time without a clock was cut, and the incident mode in which it was. */
export type CappedDate = [mode: IncidentMode, date: string];

/** The attributed time of one person in one week (from its Monday) of the reporting zone, day by day. Partitioned by week. */
@Entity('person_week')
@Index('person_week_capped', ['week'], { where: 'capped is not null' })
export class PersonWeek {
  @PrimaryColumn('text')
  personId: string;

  @PrimaryColumn('date')
  week: string;

  @Column('jsonb')
  cells: WeekCell[];

  /** Where time without a clock was cut to 24 h a day; null: nowhere. */
  @Column('jsonb', { nullable: true })
  capped: CappedDate[] | null;
}
