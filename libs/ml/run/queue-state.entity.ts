import { Column, Entity, PrimaryColumn } from 'typeorm';

/** The newest state of one input queue of a pipeline. */
@Entity('queue_state')
export class QueueStateRow {
  @PrimaryColumn('text')
  pipelineId: string;

  @PrimaryColumn('text')
  queue: string;

  @Column('text')
  state: string;

  @Column('integer')
  size: number;

  @Column('integer')
  capacity: number;

  @Column('integer')
  batchSize: number;

  @Column('double precision')
  inPerSecond: number;

  @Column('double precision')
  outPerSecond: number;

  @Column('integer', { nullable: true })
  etaSeconds: number | null;

  @Column('text', { nullable: true })
  cause: string | null;

  @Column('timestamptz')
  sampledAt: Date;
}
