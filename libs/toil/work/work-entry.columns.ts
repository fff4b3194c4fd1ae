import { Column } from 'typeorm';
import type { WorkClass } from '../report/interval.js';

/** Where an entry came from. */
export const WORK_SOURCES = [
  'MANUAL',
  'TIMER',
  'SNIPPET',
  'IMPORT',
  'CHAT',
  'CI',
  'GITHUB',
  'INCIDENT',
] as const;
export type WorkSource = (typeof WORK_SOURCES)[number];

/** What an entry says, in its present and in each of its past versions. */
export abstract class WorkEntryColumns {
  @Column('text')
  personId: string;

  @Column('text', { nullable: true })
  serviceId: string | null;

  @Column('text', { nullable: true })
  taskTypeId: string | null;

  /** The class that the person stated; null: it follows from the task type. */
  @Column('text', { nullable: true })
  statedClass: WorkClass | null;

  /** The class that counts. */
  @Column('text')
  workClass: WorkClass;

  /** Clock times, both or neither. */
  @Column('timestamptz', { nullable: true })
  startAt: Date | null;

  @Column('timestamptz', { nullable: true })
  endAt: Date | null;

  /** The date of an entry without clock times; null for the others, whose date follows from the reporting zone. */
  @Column('date', { nullable: true })
  onDate: string | null;

  @Column('integer')
  durationSeconds: number;

  @Column('text', { nullable: true })
  note: string | null;

  @Column('text')
  source: WorkSource;

  @Column('text', { nullable: true })
  externalId: string | null;

  @Column('integer')
  version: number;

  @Column('boolean')
  deleted: boolean;

  /** From when on the database said so. */
  @Column('timestamptz')
  recordedAt: Date;
}
