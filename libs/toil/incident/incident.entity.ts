import { Column, Entity, Index, PrimaryColumn } from 'typeorm';
import type { IncidentStatus } from './event.rules.js';
import type { IncidentLife } from './fold.rules.js';

export const INCIDENT_VERDICTS = ['USEFUL', 'NOISE'] as const;
/** Whether a human was needed. */
export type IncidentVerdict = (typeof INCIDENT_VERDICTS)[number];

/** One incident as its events tell it so far; rebuilt from them at every event. */
@Entity('incident')
@Index('incident_number', ['number'], { unique: true })
@Index('incident_origin', ['source', 'externalId'], { unique: true, where: 'external_id is not null' })
@Index('incident_recent', ['openedAt', 'id'])
@Index('incident_of_service', ['serviceId', 'openedAt'])
@Index('incident_changed', ['changedAt'])
@Index('incident_open', ['lastEventAt'], { where: `status <> 'RESOLVED'` })
export class Incident {
  @PrimaryColumn('text')
  id: string;

  @Column('integer')
  number: number;

  @Column('text')
  serviceId: string;

  @Column('text')
  title: string;

  /** 1 (worst) to 5. */
  @Column('integer')
  severity: number;

  /** The system that told of it; empty when it did not say. */
  @Column('text')
  source: string;

  @Column('text', { nullable: true })
  externalId: string | null;

  @Column('text')
  status: IncidentStatus;

  @Column('timestamptz')
  openedAt: Date;

  @Column('timestamptz', { nullable: true })
  acknowledgedAt: Date | null;

  @Column('timestamptz', { nullable: true })
  resolvedAt: Date | null;

  @Column('integer')
  reopenCount: number;

  /** The fold of all its events (and of those merged into it); milliseconds inside. */
  @Column('jsonb')
  life: IncidentLife;

  @Column('timestamptz')
  lastEventAt: Date;

  /** When its source last said that it goes on, beside the events. */
  @Column('timestamptz', { nullable: true })
  seenAt: Date | null;

  /** The incident that this one turned out to be a duplicate of. */
  @Column('text', { nullable: true })
  mergedInto: string | null;

  @Column('text', { nullable: true })
  verdict: IncidentVerdict | null;

  @Column('text', { nullable: true })
  stepsTaken: string | null;

  @Column('timestamptz')
  createdAt: Date;

  /** When anything about it was last written. */
  @Column('timestamptz')
  changedAt: Date;

  /** Rises with every change. */
  @Column('integer')
  version: number;
}
