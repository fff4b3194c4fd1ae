import { Column, Entity, Index, PrimaryColumn } from 'typeorm';
import { LifecycleColumns } from '../directory/lifecycle.columns.js';

/** Something that people keep running, and that toil is measured for. */
@Entity('service')
@Index('service_key', ['key'], { unique: true })
export class Service extends LifecycleColumns {
  @PrimaryColumn('text')
  id: string;

  @Column('text')
  key: string;

  @Column('text')
  name: string;

  @Column('timestamptz')
  createdAt: Date;
}
