import { Column, Entity, PrimaryColumn } from 'typeorm';

/** How large a service was on a date (instances); holds until the next date told. */
@Entity('service_size')
export class ServiceSize {
  @PrimaryColumn('text')
  serviceId: string;

  @PrimaryColumn('date')
  date: string;

  @Column('integer')
  instances: number;
}
