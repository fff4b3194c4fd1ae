import { Column, Entity, Index, PrimaryColumn } from 'typeorm';
import type { WorkSource } from '../work/work-entry.columns.js';

/** One sign that a person was at work: a message, a job started by hand, a comment. Rows are only ever added. */
@Entity('activity')
@Index('activity_origin', ['source', 'externalId'], { unique: true, where: 'external_id is not null' })
@Index('activity_person', ['personId', 'at'])
@Index('activity_incident', ['incidentId'], { where: 'incident_id is not null' })
export class Activity {
  @PrimaryColumn('text')
  id: string;

  @Column('text')
  personId: string;

  @Column('text', { nullable: true })
  serviceId: string | null;

  /** The incident that it belongs to; its hands-on time is inferred from all of them. */
  @Column('text', { nullable: true })
  incidentId: string | null;

  @Column('text')
  source: WorkSource;

  @Column('text', { nullable: true })
  externalId: string | null;

  @Column('text', { nullable: true })
  note: string | null;

  @Column('timestamptz')
  at: Date;

  @Column('timestamptz')
  recordedAt: Date;
}
