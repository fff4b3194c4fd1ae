import { Column, Entity, Index, PrimaryGeneratedColumn } from 'typeorm';

/** One change of one thing: who, when, before and after. Rows are only ever added; each carries the hash of the one before. */
@Entity('audit_record')
@Index('audit_record_subject', ['subjectId', 'sequence'])
export class AuditRecord {
  @PrimaryGeneratedColumn('identity', { type: 'bigint', generatedIdentity: 'ALWAYS' })
  sequence: string;

  @Column('timestamptz')
  at: Date;

  @Column('text')
  actorId: string;

  @Column('text')
  actor: string;

  @Column('text')
  action: string;

  @Column('text')
  subjectId: string;

  @Column('jsonb', { nullable: true })
  before: object | null;

  @Column('jsonb', { nullable: true })
  after: object | null;

  /** sha256 over the previous row's digest and this row's canonical content. */
  @Column('text')
  digest: string;
}
