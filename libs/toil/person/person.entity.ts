import { Column, Entity, Index, PrimaryColumn } from 'typeorm';
import { LifecycleColumns } from '../directory/lifecycle.columns.js';

/** Somebody who works. weeklyHours: contracted hours as a decimal text. */
@Entity('person')
@Index('person_key', ['key'], { unique: true })
@Index('person_lead', ['leadId'])
export class Person extends LifecycleColumns {
  @PrimaryColumn('text')
  id: string;

  @Column('text')
  key: string;

  @Column('text')
  name: string;

  /** The zone now; what held before stands in PersonZone. */
  @Column('text')
  zone: string;

  @Column('numeric', { precision: 8, scale: 4 })
  weeklyHours: string;

  /** Who may see this person's own row. */
  @Column('text', { nullable: true })
  leadId: string | null;

  @Column('timestamptz')
  createdAt: Date;
}
