import { Column, Entity, PrimaryColumn } from 'typeorm';

/** What a service may spend on toil, and when its spending is too fast. Services without one have the organisation's. */
@Entity('toil_budget')
export class ToilBudget {
  @PrimaryColumn('text')
  serviceId: string;

  /** Share of capacity, above 0 and up to 100. */
  @Column('numeric', { precision: 7, scale: 4 })
  budgetPercent: string;

  @Column('integer')
  periodWorkingDays: number;

  /** First day of the first period; null: the first day on which anybody was allocated to the service. */
  @Column('date', { nullable: true })
  fromDate: string | null;

  @Column('numeric', { precision: 8, scale: 4 })
  fastBurn: string;

  @Column('numeric', { precision: 8, scale: 4 })
  slowBurn: string;

  @Column('timestamptz')
  setAt: Date;
}
