import { Entity, Index, PrimaryColumn } from 'typeorm';
import { WorkEntryColumns } from './work-entry.columns.js';

/** One piece of work as it stands now. Deleted ones stay as tombstones. Partitioned by occurredAt. */
@Entity('work_entry')
@Index('work_entry_recent', ['occurredAt', 'id'])
@Index('work_entry_of_person', ['personId', 'occurredAt'])
@Index('work_entry_recorded', ['recordedAt'])
@Index('work_entry_unclocked', ['occurredAt'], { where: 'on_date is not null and not deleted' })
@Index('work_entry_of_task', ['taskTypeId', 'occurredAt'], { where: 'task_type_id is not null' })
export class WorkEntry extends WorkEntryColumns {
  @PrimaryColumn('text')
  id: string;

  /** The start; without clock times, the begin of the date in UTC. */
  @PrimaryColumn('timestamptz')
  occurredAt: Date;
}
