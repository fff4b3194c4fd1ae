import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** A person's week whose roll-up lags behind the facts; reports compute it from the facts until it is refreshed. */
@Entity('stale_week')
@Index('stale_week_by_week', ['week'])
export class StaleWeek {
  @PrimaryColumn('text')
  personId: string;

  @PrimaryColumn('date')
  week: string;

  /** How often it was marked; every mark locks the row until its transaction ends, which is the point of it. */
  @Column('integer')
  marks: number;
}
