import { Column, Entity, PrimaryColumn } from 'typeorm';

/**
 * Time of a service ('' = none) on a day, all people together; rows of the same day, service, class, band are summed, so
 * that nobody who logs waits for anybody else. Units of 1/720720 s, by view and incident mode. Partitioned by day.
 */
@Entity('service_day')
export class ServiceDay {
  @PrimaryColumn('date')
  day: string;

  @PrimaryColumn('bigint', { generated: 'identity', generatedIdentity: 'ALWAYS' })
  id: string;

  @Column('text')
  serviceId: string;

  /** Position in WORK_CLASSES. */
  @Column('smallint')
  workClass: number;

  /** Position in TIME_BANDS. */
  @Column('smallint')
  band: number;

  /** Time of incidents that nobody answered. */
  @Column('boolean')
  unattended: boolean;

  @Column('bigint')
  personEngaged: string;

  @Column('bigint')
  personWall: string;

  @Column('bigint')
  personHandsOn: string;

  @Column('bigint')
  ticketEngaged: string;

  @Column('bigint')
  ticketWall: string;

  @Column('bigint')
  ticketHandsOn: string;
}
