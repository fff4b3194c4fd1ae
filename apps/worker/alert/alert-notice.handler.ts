import { Injectable } from '@nestjs/common';
import {
  AlertChannels,
  Alerts,
  alertNotice,
  Clock,
  done,
  type Handles,
  JobHandler,
  type JobOutcome,
  NoticeSender,
  type PayloadOf,
  ReceiverGoneError,
  skipped,
  Transactions,
} from '#platform';

/** Brings one notice to one channel. A receiver may get it twice (same id), never not at all. */
@Injectable()
@JobHandler(alertNotice)
export class AlertNoticeHandler implements Handles<typeof alertNotice> {
  constructor(
    private readonly transactions: Transactions,
    private readonly alerts: Alerts,
    private readonly channels: AlertChannels,
    private readonly sender: NoticeSender,
    private readonly clock: Clock,
  ) {}

  async handle(payload: PayloadOf<typeof alertNotice>): Promise<JobOutcome> {
    const [alert] = await this.alerts.byIds(this.transactions.read, [payload.alertId]);
    const found = await this.channels.byId(this.transactions.read, payload.channelId);
    if (!alert || !found || found.channel.disabledAt) return skipped('the alert or its channel is gone');
    const { openedAt, resolvedAt } = alert;
    try {
      await this.sender.send(found.channel, found.secret, {
        id: payload.noticeId,
        event: payload.event,
        at: this.clock.now().toISOString(),
        alert: { ...alert, openedAt: openedAt.toISOString(), resolvedAt: resolvedAt?.toISOString() ?? null },
      });
    } catch (error) {
      if (!(error instanceof ReceiverGoneError)) throw error;
      await this.transactions.run((tx) => this.channels.disable(tx, payload.channelId));
      return skipped(error.message);
    }
    return done();
  }
}
