import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { WeekDay } from '../time/week.rules.js';

/** The one organisation of this installation. Its current settings hold for every live report; there is no history. */
@Entity('organization')
export class Organization {
  @PrimaryColumn('text')
  id: string;

  @Column('text')
  name: string;

  @Column('text')
  reportingZone: string;

  @Column('text')
  weekStart: WeekDay;

  @Column('numeric', { precision: 7, scale: 4 })
  toilBudgetPercent: string;

  @Column('text')
  locale: string;

  /** What differs from the defaults; read it through settingsOf. */
  @Column('jsonb')
  settings: object;
}

/** The id of its only row. */
export const ORGANIZATION_ID = 'organization';
