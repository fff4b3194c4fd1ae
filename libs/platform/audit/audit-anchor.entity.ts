import { Column, Entity, PrimaryColumn } from 'typeorm';

/** Where the chain of a subject goes on after its oldest rows were deleted by the rules of retention. */
@Entity('audit_anchor')
export class AuditAnchor {
  @PrimaryColumn('text')
  subjectId: string;

  /** Digest of the last row that was deleted. */
  @Column('text')
  digest: string;
}
