import { Column, Entity, PrimaryColumn } from 'typeorm';

/** Which entry an outside thing became, so that it is taken in once. */
@Entity('work_origin')
export class WorkOrigin {
  @PrimaryColumn('text')
  source: string;

  @PrimaryColumn('text')
  externalId: string;

  @Column('text')
  entryId: string;
}
