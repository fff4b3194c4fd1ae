import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** So much of a person belongs to a service from a date on. A replaced row stays, for reports as of an earlier instant. */
@Entity('allocation')
@Index('allocation_current', ['personId', 'serviceId', 'fromDate'], {
  unique: true,
  where: 'superseded_at is null',
})
export class Allocation {
  @PrimaryColumn('text')
  id: string;

  @Column('text')
  personId: string;

  @Column('text')
  serviceId: string;

  @Column('date')
  fromDate: string;

  @Column('numeric', { precision: 7, scale: 4 })
  sharePercent: string;

  @Column('timestamptz')
  recordedAt: Date;

  @Column('timestamptz', { nullable: true })
  supersededAt: Date | null;
}
