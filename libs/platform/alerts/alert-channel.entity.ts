import { Column, Entity, PrimaryColumn } from 'typeorm';

export const ALERT_CHANNEL_KINDS = ['WEBHOOK', 'SLACK', 'EMAIL', 'GITHUB_ISSUE'] as const;
export type AlertChannelKind = (typeof ALERT_CHANNEL_KINDS)[number];

/** Where alerts are sent. */
@Entity('alert_channel')
export class AlertChannel {
  @PrimaryColumn('text')
  id: string;

  @Column('text')
  kind: AlertChannelKind;

  /** URL, e-mail address, or owner/repository. */
  @Column('text')
  target: string;

  /** Sealed; null where the kind needs none. */
  @Column('text', { nullable: true })
  sealedSecret: string | null;

  /** Which alert kinds it hears of; null = all. */
  @Column('text', { array: true, nullable: true })
  kinds: string[] | null;

  /** Switched off after the receiver said 410 Gone. */
  @Column('timestamptz', { nullable: true })
  disabledAt: Date | null;

  @Column('timestamptz')
  createdAt: Date;
}
