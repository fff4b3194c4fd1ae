import { Column, Entity, Index, PrimaryColumn } from 'typeorm';
import { LifecycleColumns } from '../directory/lifecycle.columns.js';
import type { WorkClass } from '../report/interval.js';
import type { ToilCriteria } from './classification.rules.js';

/** Why a task that could be automated is not. */
export const NOT_AUTOMATED_REASONS = ['NO_TIME', 'NOT_WORTH_IT', 'BLOCKED'] as const;
export type NotAutomatedReason = (typeof NOT_AUTOMATED_REASONS)[number];

/** A kind of work that people do again and again; classified once, so that entries need not be. */
@Entity('task_type')
@Index('task_type_key', ['key'], { unique: true })
export class TaskType extends LifecycleColumns {
  @PrimaryColumn('text')
  id: string;

  @Column('text')
  key: string;

  @Column('text')
  name: string;

  @Column('jsonb', { nullable: true })
  criteria: ToilCriteria | null;

  @Column('text', { nullable: true })
  forcedClass: WorkClass | null;

  @Column('text', { nullable: true })
  notAutomatedBecause: NotAutomatedReason | null;

  @Column('timestamptz')
  createdAt: Date;
}
