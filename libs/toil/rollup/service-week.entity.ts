import { Entity, PrimaryColumn } from 'typeorm';
import { ServiceSumColumns } from './service-sum.columns.js';

/** The same as ServiceDay by whole weeks (from their Monday), so that long ranges add up few rows. Partitioned by week. */
@Entity('service_week')
export class ServiceWeek extends ServiceSumColumns {
  @PrimaryColumn('date')
  week: string;

  @PrimaryColumn('bigint', { generated: 'identity', generatedIdentity: 'ALWAYS' })
  id: string;
}
