import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A process that answers predictions, and how to reach it. */
@Entity('serving_process')
export class ServingProcess {
  @PrimaryColumn('text')
  id: string;

  @Column('text')
  url: string;

  /** Sealed: what the API must send along. */
  @Column('text')
  secret: string;

  @Column('timestamptz')
  startedAt: Date;

  /** A process that has not been seen for 15 seconds is taken for dead. */
  @Column('timestamptz')
  seenAt: Date;
}
