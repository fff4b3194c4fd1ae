import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A printed link to the first account. Several may be valid at once; only one of them ever works. */
@Entity('setup_link')
export class SetupLink {
  /** sha256 of the link's secret, hex. */
  @PrimaryColumn('text')
  secretHash: string;

  @Column('timestamptz')
  expiresAt: Date;
}

/** The one row that says this installation has been claimed: its key lets exactly one claim through. */
@Entity('setup_claim')
export class SetupClaim {
  @PrimaryColumn('boolean')
  claimed: boolean;

  @Column('text')
  accountId: string;

  @Column('timestamptz')
  claimedAt: Date;
}
