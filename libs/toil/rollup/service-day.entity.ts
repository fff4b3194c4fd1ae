import { Entity, PrimaryColumn } from 'typeorm';
import { ServiceSumColumns } from './service-sum.columns.js';

/**
 * Sums of a day. Rows of the same day, service, class and band are added up by whoever reads, so that nobody who logs
 * waits for anybody else. Partitioned by day.
 */
@Entity('service_day')
export class ServiceDay extends ServiceSumColumns {
  @PrimaryColumn('date')
  day: string;

  @PrimaryColumn('bigint', { generated: 'identity', generatedIdentity: 'ALWAYS' })
  id: string;
}
