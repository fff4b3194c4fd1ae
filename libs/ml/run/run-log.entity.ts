import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** One line of a run's log. */
@Entity('run_log')
@Index('run_log_run', ['runId', 'sequence'])
export class RunLog {
  @PrimaryColumn('bigint', { generated: 'identity', generatedIdentity: 'ALWAYS' })
  sequence: string;

  @Column('text')
  runId: string;

  @Column('timestamptz')
  at: Date;

  @Column('text')
  line: string;
}
