import { Column } from 'typeorm';

/** Time of a service ('' = none), all people together. */
export abstract class ServiceSumColumns {
  @Column('text')
  serviceId: string;

  /** Units of 1/720720 s by class, band, view, attribution and incident mode (see sum-unit.rules). */
  @Column('bigint', { array: true })
  units: string[];
}
