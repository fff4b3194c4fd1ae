import { Column, Entity, Index, PrimaryColumn } from 'typeorm';
import type { IncidentMode } from '../report/interval.js';

/** One stretch of somebody's time in an incident, in one mode of measuring; rewritten whenever the incident changes. */
@Entity('incident_time')
@Index('incident_time_range', ['mode', 'startedAt'])
@Index('incident_time_person', ['personId', 'startedAt'])
export class IncidentTimeRow {
  @PrimaryColumn('text')
  incidentId: string;

  @PrimaryColumn('text')
  mode: IncidentMode;

  @PrimaryColumn('integer')
  position: number;

  @Column('text')
  serviceId: string;

  /** null: nobody responded, one unknown person is assumed. */
  @Column('text', { nullable: true })
  personId: string | null;

  /** The tier that the time really has; a responder who lacks the mode fell to it. */
  @Column('text')
  tier: IncidentMode;

  @Column('timestamptz')
  startedAt: Date;

  /** null: still running. */
  @Column('timestamptz', { nullable: true })
  endedAt: Date | null;
}
