import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** Seconds added to (or taken from) an entry afterwards, with the reason; the entry itself stays as it is. */
@Entity('work_amendment')
@Index('work_amendment_of_entry', ['entryId'])
@Index('work_amendment_recorded', ['recordedAt'])
export class WorkAmendment {
  @PrimaryColumn('text')
  id: string;

  @Column('text')
  entryId: string;

  @Column('integer')
  deltaSeconds: number;

  @Column('text')
  reason: string;

  @Column('timestamptz')
  recordedAt: Date;
}
