import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { RetentionKind } from './retention.rules.js';

/** How long one kind of thing is kept, and what the last tidying did. A kind without a row has its default. */
@Entity('retention_rule')
export class RetentionRule {
  @PrimaryColumn('text')
  kind: RetentionKind;

  /** Whether keepDays was set by somebody; otherwise the default holds. */
  @Column('boolean')
  isSet: boolean;

  /** null: for ever. */
  @Column('integer', { nullable: true })
  keepDays: number | null;

  @Column('timestamptz', { nullable: true })
  ranAt: Date | null;

  /** How many rows the last run deleted. */
  @Column('integer', { nullable: true })
  deleted: number | null;

  /** How many all runs deleted. */
  @Column('bigint', { default: 0 })
  totalDeleted: string;
}
