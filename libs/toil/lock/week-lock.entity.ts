import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Snapshot } from './snapshot.rules.js';

/** A frozen week: what touches [startsAt, endsAt) is refused, and its numbers are kept. */
@Entity('week_lock')
export class WeekLock {
  @PrimaryColumn('date')
  weekStarting: string;

  @Column('timestamptz')
  startsAt: Date;

  @Column('timestamptz')
  endsAt: Date;

  @Column('timestamptz')
  lockedAt: Date;

  @Column('jsonb')
  snapshot: Snapshot;
}
