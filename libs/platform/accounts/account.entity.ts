import { Column, Entity, Index, PrimaryColumn } from 'typeorm';
import type { Role } from '../caller/caller.js';

/** Somebody who may sign in, or an account that only tokens use. */
@Entity('account')
@Index('account_sign_in_name', ['signInName'], { unique: true })
@Index('account_email', ['email'], { unique: true })
export class Account {
  @PrimaryColumn('text')
  id: string;

  @Column('text')
  name: string;

  /** The name as it is compared at sign-in: trimmed, lower case, NFKC. */
  @Column('text')
  signInName: string;

  /** Lower case; unique where given. */
  @Column('text', { nullable: true })
  email: string | null;

  @Column('text')
  role: Role;

  /** The person whose work this account logs. */
  @Column('text', { nullable: true })
  personId: string | null;

  /** argon2id in its own text form; null: signs in with tokens only. */
  @Column('text', { nullable: true })
  passwordHash: string | null;

  @Column('text', { nullable: true })
  language: string | null;

  @Column('text', { nullable: true })
  zone: string | null;

  @Column('timestamptz')
  createdAt: Date;

  @Column('timestamptz', { nullable: true })
  disabledAt: Date | null;
}
