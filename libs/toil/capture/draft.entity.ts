import { Column, Entity, Index, PrimaryColumn } from 'typeorm';
import type { WorkClass } from '../report/interval.js';
import type { WorkSource } from '../work/work-entry.columns.js';

export const DRAFT_STATUSES = ['OPEN', 'CONFIRMED', 'DISMISSED'] as const;
export type DraftStatus = (typeof DRAFT_STATUSES)[number];

/** Work that was inferred, and counts for nothing until the person confirms it. */
@Entity('work_draft')
@Index('work_draft_origin', ['source', 'externalId'], { unique: true, where: 'external_id is not null' })
@Index('work_draft_inferred', ['inferredFrom'], { where: 'inferred_from is not null' })
@Index('work_draft_open', ['personId', 'endAt'], { where: `status = 'OPEN'` })
export class WorkDraft {
  @PrimaryColumn('text')
  id: string;

  @Column('text')
  personId: string;

  @Column('text', { nullable: true })
  serviceId: string | null;

  @Column('text', { nullable: true })
  taskTypeId: string | null;

  @Column('text', { nullable: true })
  workClass: WorkClass | null;

  @Column('timestamptz')
  startAt: Date;

  @Column('timestamptz')
  endAt: Date;

  @Column('text', { nullable: true })
  note: string | null;

  @Column('text')
  source: WorkSource;

  @Column('text', { nullable: true })
  externalId: string | null;

  /** The incident, or the signs of activity, that it follows while it is open; null: it was told as it is. */
  @Column('text', { nullable: true })
  inferredFrom: string | null;

  @Column('text')
  status: DraftStatus;

  /** The entry that it became. */
  @Column('text', { nullable: true })
  entryId: string | null;

  @Column('timestamptz')
  createdAt: Date;
}
