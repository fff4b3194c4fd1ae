import { Column, Entity, PrimaryColumn } from 'typeorm';

/** What all roll-ups were cut by (reporting zone and hours of the bands). Where it differs from the organisation's, they are void. */
@Entity('rollup_state')
export class RollupState {
  @PrimaryColumn('text')
  id: string;

  @Column('text')
  cutBy: string;
}

/** The id of its only row. */
export const ROLLUP_STATE_ID = 'rollup';
