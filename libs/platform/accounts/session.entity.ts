import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** A browser that is signed in. The cookie's secret is not in it, only its hash. */
@Entity('session')
@Index('session_account', ['accountId'])
export class Session {
  /** sha256 of the cookie's secret, hex. */
  @PrimaryColumn('text')
  secretHash: string;

  @Column('text')
  accountId: string;

  @Column('timestamptz')
  createdAt: Date;

  /** Moved forward at most once a minute. */
  @Column('timestamptz')
  seenAt: Date;

  @Column('text')
  userAgent: string;
}
