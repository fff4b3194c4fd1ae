import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** One line of a weekly report as it was typed, and what was understood of it. */
@Entity('snippet_line')
@Index('snippet_line_current', ['personId', 'weekStarting', 'position'], {
  unique: true,
  where: 'superseded_at is null',
})
export class SnippetLine {
  @PrimaryColumn('text')
  id: string;

  @Column('text')
  personId: string;

  @Column('date')
  weekStarting: string;

  /** 1 = the first line of the text, blank ones counted. */
  @Column('integer')
  position: number;

  @Column('text')
  text: string;

  @Column('text', { nullable: true })
  serviceId: string | null;

  @Column('text', { nullable: true })
  taskTypeId: string | null;

  @Column('integer', { nullable: true })
  seconds: number | null;

  /** What was left of the line beside duration, service and task. */
  @Column('text', { nullable: true })
  note: string | null;

  /** Whether its time lifts the toil of its service; engineering and overhead do not. */
  @Column('boolean')
  isToil: boolean;

  /** Why it counts for nothing; empty when it was understood. */
  @Column('text', { array: true })
  faults: string[];

  @Column('timestamptz')
  recordedAt: Date;

  @Column('timestamptz', { nullable: true })
  supersededAt: Date | null;
}
