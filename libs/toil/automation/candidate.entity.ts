import { Column, Entity, PrimaryColumn } from 'typeorm';

/** An idea of what to automate, with its estimates, so that the ranking can be asked for again and again. */
@Entity('automation_candidate')
export class SavedCandidate {
  @PrimaryColumn('text')
  key: string;

  /** A CandidateInput as it was given. */
  @Column('jsonb')
  estimate: object;

  @Column('timestamptz')
  savedAt: Date;
}
