import { Column, Entity, PrimaryColumn } from 'typeorm';

/** The zone of a person from an instant on. The earliest one also holds for all time before. */
@Entity('person_zone')
export class PersonZone {
  @PrimaryColumn('text')
  personId: string;

  @PrimaryColumn('timestamptz')
  validFrom: Date;

  @Column('text')
  zone: string;
}
