import { Injectable } from '@nestjs/common';
import type { Caller } from '../caller/caller.js';
import type { Tx } from '../database/transactions.js';
import { Refusal } from '../refusal/refusal.js';
import { Clock } from '../time/clock.js';
import { Ids } from '../time/ids.js';
import { AlertChannels } from './alert-channels.js';
import { NoticeSender } from './notice/notice-sender.js';

/** Whether the receiver took the notice, and why not. */
export interface ChannelTested {
  delivered: boolean;
  reason: string | null;
}

/** Sends a notice that says it is a test, at once and once, so that somebody sees whether a channel works. */
@Injectable()
export class ChannelTest {
  constructor(
    private readonly channels: AlertChannels,
    private readonly sender: NoticeSender,
    private readonly clock: Clock,
    private readonly ids: Ids,
  ) {}

  /** Works for a disabled channel too: that is how one sees whether it may be enabled again. */
  async send(tx: Tx, caller: Caller, channelId: string): Promise<ChannelTested> {
    const found = await this.channels.byId(tx, channelId);
    if (!found) throw new Refusal('NOT_FOUND', 'There is no such channel.', ['id']);
    const at = this.clock.now().toISOString();
    const alert = {
      id: this.ids.next('alr'),
      kind: 'channel.test',
      subject: found.channel.id,
      title: `A test of this channel, sent by ${caller.name}. Nothing is wrong.`,
      severity: 'INFO' as const,
      status: 'OPEN' as const,
      openedAt: at,
      resolvedAt: null,
      occurrences: 1,
    };
    try {
      await this.sender.send(found.channel, found.secret, {
        id: this.ids.next('ntc'),
        event: 'opened',
        at,
        alert,
      });
      return { delivered: true, reason: null };
    } catch (error) {
      return { delivered: false, reason: (error as Error).message };
    }
  }
}
