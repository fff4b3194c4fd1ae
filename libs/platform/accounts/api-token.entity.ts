import { Column, Entity, Index, PrimaryColumn } from 'typeorm';
import type { Role } from '../caller/caller.js';

/** What a token may be used for; without WRITE it only reads, PREDICT is enough to ask a model. */
export const TOKEN_SCOPES = ['READ', 'WRITE', 'PREDICT'] as const;
export type TokenScope = (typeof TOKEN_SCOPES)[number];

/** A token of an account. Its secret was shown once and is not in it. */
@Entity('api_token')
@Index('api_token_secret', ['secretHash'], { unique: true })
@Index('api_token_account', ['accountId'])
export class ApiToken {
  @PrimaryColumn('text')
  id: string;

  @Column('text')
  accountId: string;

  @Column('text')
  name: string;

  /** sha256 of the whole token, hex. */
  @Column('text')
  secretHash: string;

  /** The first characters, to recognise it by. */
  @Column('text')
  hint: string;

  /** The most this token may do; never more than its account may. */
  @Column('text')
  role: Role;

  @Column('text', { array: true })
  scopes: TokenScope[];

  @Column('timestamptz')
  createdAt: Date;

  @Column('timestamptz', { nullable: true })
  expiresAt: Date | null;

  /** Written at most once a minute. */
  @Column('timestamptz', { nullable: true })
  usedAt: Date | null;
}
