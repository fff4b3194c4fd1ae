import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** Something that does a task by itself, with the baseline that was frozen when it was registered. */
@Entity('automation')
@Index('automation_key', ['key'], { unique: true })
@Index('automation_of_service', ['serviceId'])
export class Automation {
  @PrimaryColumn('text')
  id: string;

  @Column('text')
  key: string;

  @Column('text')
  serviceId: string;

  @Column('text')
  taskTypeId: string;

  /** Hands-on minutes of one manual occurrence: stated, or the median of the log. */
  @Column('numeric', { precision: 14, scale: 6 })
  baselineMinutes: string;

  /** How many occurrences the baseline rests on; null when that was not said. */
  @Column('integer', { nullable: true })
  baselineSamples: number | null;

  /** Attended minutes of a run that does not say. */
  @Column('numeric', { precision: 14, scale: 6 })
  attendedMinutes: string;

  /** Expected occurrences a week as stated; null: see measuredPerWeek. */
  @Column('integer', { nullable: true })
  demandPerWeek: number | null;

  /** Occurrences a week in the log, where the baseline was measured. */
  @Column('numeric', { precision: 20, scale: 10, nullable: true })
  measuredPerWeek: string | null;

  /** Instances of the service when the baseline was measured; the demand grows with them. */
  @Column('integer', { nullable: true })
  sizeThen: number | null;

  @Column('timestamptz')
  registeredAt: Date;
}
