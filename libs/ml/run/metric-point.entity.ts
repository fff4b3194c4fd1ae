import { Column, Entity, PrimaryColumn } from 'typeorm';

/** One value of one curve of a run. A resumed training writes the same step again: the later value stays. */
@Entity('metric_point')
export class MetricPoint {
  @PrimaryColumn('text')
  runId: string;

  @PrimaryColumn('text')
  series: string;

  @PrimaryColumn('integer')
  step: number;

  @Column('double precision')
  value: number;

  @Column('timestamptz')
  at: Date;
}
