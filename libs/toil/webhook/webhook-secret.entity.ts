import { Column, Entity, PrimaryColumn } from 'typeorm';

export const WEBHOOK_SOURCES = ['GITHUB', 'ALERTMANAGER'] as const;
/** Who sends webhooks to us. */
export type WebhookSource = (typeof WEBHOOK_SOURCES)[number];

/** What a sender proves itself with: GitHub signs with it, Alertmanager sends it as its bearer token. */
@Entity('webhook_secret')
export class WebhookSecret {
  @PrimaryColumn('text')
  source: WebhookSource;

  /** Sealed by the SecretBox. */
  @Column('text')
  sealed: string;

  @Column('timestamptz')
  setAt: Date;

  /** The one before; accepted until `previousUntil`, so that the sender can be told later than we are. */
  @Column('text', { nullable: true })
  previousSealed: string | null;

  @Column('timestamptz', { nullable: true })
  previousUntil: Date | null;
}
