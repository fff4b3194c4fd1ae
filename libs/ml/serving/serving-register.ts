import { randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Clock, EventBus, Ids, SecretBox, Transactions } from '#platform';
import { ServingProcess } from './serving-process.entity.js';

/** Topic of what serving processes answer with: told when a process has taken its routes in; the id is the process's. */
export const SERVING_TOPIC = 'serving';
/** Silence after which a serving process is taken for dead. */
export const SILENT_SECONDS = 15;

/** A serving process as the API reaches it. */
export interface ServingAddress {
  id: string;
  url: string;
  secret: string;
}

/** Where serving processes write how to reach them, and the API reads it. */
@Injectable()
export class ServingRegister {
  constructor(
    private readonly transactions: Transactions,
    private readonly box: SecretBox,
    private readonly clock: Clock,
    private readonly ids: Ids,
    private readonly events: EventBus,
  ) {}

  /** A secret for one life of one process. */
  newSecret(): string {
    return randomBytes(32).toString('base64url');
  }

  /** Announces a process; the ones of earlier lives are forgotten once they are silent. */
  async announce(port: number, secret: string): Promise<string> {
    const now = this.clock.now();
    const id = this.ids.next('srv');
    await this.transactions.run(async (tx) => {
      const row = {
        id,
        url: `http://127.0.0.1:${port}`,
        secret: this.box.seal(secret),
        startedAt: now,
        seenAt: now,
      };
      await tx.insert(ServingProcess, row);
      await tx.query(`delete from serving_process where seen_at < $1::timestamptz - interval '60 seconds'`, [
        now,
      ]);
      await this.events.publish(tx, SERVING_TOPIC, id);
    });
    return id;
  }

  /** Tells that a process answers with what it was told last. */
  async switched(id: string): Promise<void> {
    await this.transactions.run((tx) => this.events.publish(tx, SERVING_TOPIC, id));
  }

  async seen(id: string): Promise<void> {
    await this.transactions.read.update(ServingProcess, { id }, { seenAt: this.clock.now() });
  }

  async forget(id: string): Promise<void> {
    await this.transactions.read.delete(ServingProcess, { id });
  }

  /** Processes that were seen lately, newest first. */
  async addresses(): Promise<ServingAddress[]> {
    const rows = await this.transactions.read.find(ServingProcess, {
      order: { startedAt: 'DESC' },
      take: 10,
    });
    const dead = this.clock.now().getTime() - SILENT_SECONDS * 1000;
    return rows
      .filter((row) => row.seenAt.getTime() >= dead)
      .map(({ id, url, secret }) => ({ id, url, secret: this.box.open(secret) }));
  }
}
