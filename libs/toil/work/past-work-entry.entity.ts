import { Column, Entity, Index, PrimaryColumn } from 'typeorm';
import { WorkEntryColumns } from './work-entry.columns.js';

/** What an entry said before it was changed; only ever added to. It held from recordedAt until supersededAt. */
@Entity('past_work_entry')
@Index('past_work_entry_superseded', ['supersededAt'])
export class PastWorkEntry extends WorkEntryColumns {
  @PrimaryColumn('text')
  id: string;

  @PrimaryColumn('timestamptz')
  supersededAt: Date;

  /** Two changes of one instant, in order. */
  @PrimaryColumn('integer')
  step: number;

  @Column('timestamptz')
  occurredAt: Date;
}
