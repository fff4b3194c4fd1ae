import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** A link that lets somebody choose a new password, once. An account has one at a time: a new one ends the one before. */
@Entity('password_reset')
@Index('password_reset_account', ['accountId'], { unique: true })
export class PasswordReset {
  /** sha256 of the link's secret, hex. */
  @PrimaryColumn('text')
  secretHash: string;

  @Column('text')
  accountId: string;

  @Column('timestamptz')
  expiresAt: Date;
}
