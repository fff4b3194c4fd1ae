import { Injectable } from '@nestjs/common';
import { In, IsNull } from 'typeorm';
import { AuditTrail } from '../audit/audit-trail.js';
import type { Caller } from '../caller/caller.js';
import type { Tx } from '../database/transactions.js';
import type { PayloadOf } from '../jobs/job-contract.js';
import { Jobs } from '../jobs/jobs.js';
import { Refusal } from '../refusal/refusal.js';
import { SecretBox } from '../secret/secret-box.js';
import { Clock } from '../time/clock.js';
import { Ids } from '../time/ids.js';
import type { Alert } from './alert.entity.js';
import { alertNotice } from './alert.jobs.js';
import { AlertChannel, type AlertChannelKind } from './alert-channel.entity.js';
import { channelFault } from './alert-target.rules.js';

/** What a new channel needs. */
export interface NewAlertChannel {
  kind: AlertChannelKind;
  target: string;
  secret?: string | null;
  kinds?: string[] | null;
}

type NoticeEvent = PayloadOf<typeof alertNotice>['event'];

/** Knows where alerts go, and promises each notice in the transaction of the change that it tells of. */
@Injectable()
export class AlertChannels {
  constructor(
    private readonly jobs: Jobs,
    private readonly box: SecretBox,
    private readonly audit: AuditTrail,
    private readonly clock: Clock,
    private readonly ids: Ids,
  ) {}

  /** Adds a channel and returns its id. Refused with INVALID_INPUT when it could never deliver. */
  async create(tx: Tx, caller: Caller, input: NewAlertChannel): Promise<string> {
    const fault = channelFault(input);
    if (fault) throw new Refusal('INVALID_INPUT', fault.message, ['input', fault.field]);
    const channel = tx.create(AlertChannel, {
      id: this.ids.next('ach'),
      kind: input.kind,
      target: input.target,
      sealedSecret: input.secret ? this.box.seal(input.secret) : null,
      kinds: input.kinds ?? null,
      disabledAt: null,
      createdAt: this.clock.now(),
    });
    await tx.insert(AlertChannel, channel);
    await this.audit.record(tx, caller, 'alertChannel.created', channel.id, null, {
      kind: input.kind,
      kinds: input.kinds,
    });
    return channel.id;
  }

  /** Promises a notice to every channel that listens to this kind of alert. */
  async announce(tx: Tx, alert: Alert, event: NoticeEvent): Promise<void> {
    const channels = await tx.findBy(AlertChannel, { disabledAt: IsNull() });
    for (const channel of channels) {
      if (channel.kinds && !channel.kinds.includes(alert.kind)) continue;
      const noticeId = this.ids.next('ntc');
      await this.jobs.enqueue(tx, alertNotice, { noticeId, alertId: alert.id, channelId: channel.id, event });
    }
  }

  list(tx: Tx): Promise<AlertChannel[]> {
    return tx.find(AlertChannel, { order: { createdAt: 'ASC', id: 'ASC' } });
  }

  async byId(tx: Tx, id: string): Promise<{ channel: AlertChannel; secret: string | null } | null> {
    const [channel] = await tx.findBy(AlertChannel, { id: In([id]) });
    if (!channel) return null;
    return { channel, secret: channel.sealedSecret ? this.box.open(channel.sealedSecret) : null };
  }

  /** Switches a channel off or on again; what was missed meanwhile is not sent. */
  async change(tx: Tx, caller: Caller, id: string, disabled: boolean): Promise<AlertChannel> {
    const channel = await tx.findOne(AlertChannel, {
      where: { id },
      lock: { mode: 'pessimistic_write' },
    });
    if (!channel) throw new Refusal('NOT_FOUND', 'There is no such channel.', ['input', 'id']);
    const disabledAt = disabled ? (channel.disabledAt ?? this.clock.now()) : null;
    await tx.update(AlertChannel, { id }, { disabledAt });
    const shown = (since: Date | null) => ({ kind: channel.kind, disabledAt: since });
    await this.audit.record(
      tx,
      caller,
      'alertChannel.change',
      id,
      shown(channel.disabledAt),
      shown(disabledAt),
    );
    return { ...channel, disabledAt };
  }

  /** Stops sending to a channel whose receiver is gone for good. */
  async disable(tx: Tx, id: string): Promise<void> {
    await tx.update(AlertChannel, { id }, { disabledAt: this.clock.now() });
  }
}
