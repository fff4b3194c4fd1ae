import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A service whose engineering counts as freed capacity well spent. */
@Entity('reinvestment_destination')
export class ReinvestmentDestination {
  @PrimaryColumn('text')
  serviceId: string;

  @Column('timestamptz')
  markedAt: Date;
}
