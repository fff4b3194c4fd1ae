import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** How bad it is; CRITICAL opens an incident for the service. */
export type AlertSeverity = 'CRITICAL' | 'WARNING' | 'INFO';
export type AlertStatus = 'OPEN' | 'ACKNOWLEDGED' | 'RESOLVED';

/** Something that a person should know. At most one that is not resolved for each kind and subject. */
@Entity('alert')
@Index('alert_open', ['kind', 'subject'], { unique: true, where: `status <> 'RESOLVED'` })
@Index('alert_recent', ['openedAt', 'id'])
export class Alert {
  @PrimaryColumn('text')
  id: string;

  @Column('text')
  kind: string;

  /** What it is about: a key, or key and rule. */
  @Column('text')
  subject: string;

  @Column('text')
  title: string;

  @Column('text')
  severity: AlertSeverity;

  @Column('text')
  status: AlertStatus;

  @Column('timestamptz')
  openedAt: Date;

  @Column('timestamptz', { nullable: true })
  acknowledgedAt: Date | null;

  @Column('timestamptz', { nullable: true })
  resolvedAt: Date | null;

  @Column('integer')
  occurrences: number;

  @Column('timestamptz')
  lastSeenAt: Date;

  /** When the channels last heard that it is open. */
  @Column('timestamptz')
  noticedAt: Date;

  @Column('text', { nullable: true })
  serviceId: string | null;

  @Column('text', { nullable: true })
  incidentId: string | null;

  @Column('jsonb', { nullable: true })
  detail: object | null;
}
