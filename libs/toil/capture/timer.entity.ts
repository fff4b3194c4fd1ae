import { Column, Entity, PrimaryColumn } from 'typeorm';

/** The one timer that a person may have running. */
@Entity('running_timer')
export class RunningTimer {
  @PrimaryColumn('text')
  personId: string;

  @Column('text', { nullable: true })
  serviceId: string | null;

  @Column('text', { nullable: true })
  taskTypeId: string | null;

  @Column('text', { nullable: true })
  note: string | null;

  @Column('timestamptz')
  startedAt: Date;

  /** The last sign of life: start, heartbeat, or an answer to "still working?". */
  @Column('timestamptz')
  lastSeenAt: Date;
}

/** An entry that a timer wrote by itself because nobody answered; it ends with the last sign of life. */
@Entity('auto_stopped_timer')
export class AutoStoppedTimer {
  @PrimaryColumn('text')
  entryId: string;

  @Column('timestamptz')
  stoppedAt: Date;
}
