import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Role } from '../caller/caller.js';

/** A link that lets somebody make their own account, once. */
@Entity('invitation')
export class Invitation {
  /** sha256 of the link's secret, hex. */
  @PrimaryColumn('text')
  secretHash: string;

  @Column('text')
  role: Role;

  @Column('text', { nullable: true })
  personId: string | null;

  @Column('text')
  invitedBy: string;

  @Column('timestamptz')
  expiresAt: Date;
}
