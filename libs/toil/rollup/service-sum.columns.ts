import { Column } from 'typeorm';

/** Time of a service ('' = none), all people together, in units of 1/720720 s by view and incident mode. */
export abstract class ServiceSumColumns {
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

  /** Where it differs from the equal parts of several services, otherwise null. */
  @Column('bigint', { nullable: true })
  severityEngaged: string | null;

  @Column('bigint', { nullable: true })
  severityWall: string | null;

  @Column('bigint', { nullable: true })
  severityHandsOn: string | null;

  @Column('bigint', { nullable: true })
  fullEngaged: string | null;

  @Column('bigint', { nullable: true })
  fullWall: string | null;

  @Column('bigint', { nullable: true })
  fullHandsOn: string | null;
}
