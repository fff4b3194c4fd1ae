import { Column, Entity, Index, PrimaryColumn } from 'typeorm';
import type { IncidentEventType } from './event.rules.js';

/** One fact about an incident, kept as it was told. Rows are only ever added. */
@Entity('incident_event')
@Index('incident_event_delivery', ['deliveryScope', 'deliveryId'], {
  unique: true,
  where: 'delivery_id is not null',
})
@Index('incident_event_life', ['incidentId', 'at'])
@Index('incident_event_waiting', ['source', 'externalId'], { where: 'incident_id is null' })
export class IncidentEvent {
  @PrimaryColumn('text')
  id: string;

  /** null: kept for an incident whose opening has not arrived yet. */
  @Column('text', { nullable: true })
  incidentId: string | null;

  @Column('text')
  source: string;

  @Column('text', { nullable: true })
  externalId: string | null;

  /** Within what the delivery id is unique: the source, or the incident where no source was named. */
  @Column('text')
  deliveryScope: string;

  @Column('text', { nullable: true })
  deliveryId: string | null;

  @Column('text')
  type: IncidentEventType;

  @Column('timestamptz')
  at: Date;

  @Column('text', { nullable: true })
  personId: string | null;

  @Column('integer', { nullable: true })
  handsOnMinutes: number | null;

  /** Why this RESOLVED takes the place of the end told before; null: it does not. */
  @Column('text', { nullable: true })
  correctionReason: string | null;

  @Column('timestamptz')
  recordedAt: Date;
}
