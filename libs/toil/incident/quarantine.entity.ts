import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** An event that was refused because it lies before its incident's opening; kept so that somebody can look at it. */
@Entity('quarantined_incident_event')
@Index('quarantined_incident_event_of', ['incidentId', 'recordedAt'])
export class QuarantinedIncidentEvent {
  @PrimaryColumn('text')
  id: string;

  @Column('text')
  incidentId: string;

  /** As it was told. */
  @Column('jsonb')
  event: object;

  @Column('text')
  reason: string;

  @Column('timestamptz')
  recordedAt: Date;
}
