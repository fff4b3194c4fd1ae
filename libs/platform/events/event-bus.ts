import type { Tx } from '../database/transactions.js';
import { EventListener } from './event-listener.js';
import { Mailbox } from './mailbox.js';

/** What a reader gets: an id that changed, or word that events may have been missed and rows must be read again. */
export type BusEvent = { id: string } | { resync: true };

export const CHANNEL = 'untoil';

/** Tells other processes which row changed, over LISTEN/NOTIFY. Carries ids only; readers fetch the row. */
export class EventBus {
  private readonly readers = new Map<string, Set<Mailbox<BusEvent>>>();
  private readonly listener: EventListener;

  constructor(databaseUrl: string) {
    this.listener = new EventListener(databaseUrl, CHANNEL, {
      onMessage: (payload) => this.deliver(payload),
      onGap: () => this.each((mailbox) => mailbox.put({ resync: true })),
    });
  }

  /** Announces a change; it goes out when, and only when, the transaction commits. */
  async publish(tx: Tx, topic: string, id: string): Promise<void> {
    await tx.query('select pg_notify($1, $2)', [CHANNEL, `${topic} ${id}`]);
  }

  /** Resolves once changes are heard: what is read after that and subscribed to before has no gap. */
  listening(): Promise<void> {
    return this.listener.ready();
  }

  /** Every event of a topic from now on, until the reader returns or the signal aborts. */
  async *subscribe(topic: string, signal?: AbortSignal): AsyncGenerator<BusEvent, void, void> {
    await this.listener.ready();
    const mailbox = new Mailbox<BusEvent>({ resync: true });
    const readers = this.readers.get(topic) ?? new Set();
    this.readers.set(topic, readers.add(mailbox));
    const close = () => mailbox.close();
    signal?.addEventListener('abort', close, { once: true });
    if (signal?.aborted) close();
    try {
      yield* mailbox;
    } finally {
      signal?.removeEventListener('abort', close);
      readers.delete(mailbox);
    }
  }

  /** Ends every reader and the connection. */
  async close(): Promise<void> {
    this.each((mailbox) => mailbox.close());
    await this.listener.close();
  }

  private deliver(payload: string): void {
    const space = payload.indexOf(' ');
    const id = payload.slice(space + 1);
    for (const mailbox of this.readers.get(payload.slice(0, space)) ?? []) mailbox.put({ id });
  }

  private each(act: (mailbox: Mailbox<BusEvent>) => void): void {
    for (const readers of this.readers.values()) for (const mailbox of readers) act(mailbox);
  }
}
