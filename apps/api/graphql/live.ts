import type { BusEvent, EventBus } from '#platform';

/** Follows one row: yields it at once, and again after each of its events, read afresh, so that nothing missed matters. */
export function followOne<T>(
  bus: EventBus,
  topic: string,
  id: string,
  read: () => Promise<T | null>,
  isOver: (row: T) => boolean = () => false,
): AsyncIterableIterator<T> {
  return live(bus, topic, async function* (next) {
    for (let row = await read(); row !== null; row = await read()) {
      yield row;
      if (isOver(row)) return;
      let event = await next();
      while (event && 'id' in event && event.id !== id) event = await next();
      if (!event) return;
    }
  });
}

/**
 * Follows a growing set: after each event of the topic, yields what `readAfter` finds beyond the last position, which
 * `start` reads first. After a gap the rows are found just the same. `changed` is the event's id, null after a gap.
 */
export function followNew<T, P>(
  bus: EventBus,
  topic: string,
  start: () => Promise<P>,
  readAfter: (position: P, changed: string | null) => Promise<{ rows: T[]; position: P }>,
): AsyncIterableIterator<T> {
  return live(bus, topic, async function* (next) {
    let position = await start();
    for (let event = await next(); event; event = await next()) {
      const found = await readAfter(position, 'id' in event ? event.id : null);
      position = found.position as Awaited<P>;
      yield* found.rows;
    }
  });
}

type Next = () => Promise<BusEvent | null>;

// Two traps. Listening must have begun before the first read, or a change in between is never told. And a generator
// that waits for an event cannot be returned from until the event comes: a client that goes away aborts the reader.
function live<T>(
  bus: EventBus,
  topic: string,
  make: (next: Next) => AsyncGenerator<T, void, void>,
): AsyncIterableIterator<T> {
  const leaving = new AbortController();
  const events = bus.subscribe(topic, leaving.signal);
  let first: ReturnType<typeof events.next> | null = null;
  const next: Next = async () => {
    const event = await (first ?? events.next());
    first = null;
    return event.done ? null : event.value;
  };
  const rows = (async function* () {
    await bus.listening();
    first = events.next();
    yield* make(next);
  })();
  const leave = async (): Promise<IteratorResult<T>> => {
    leaving.abort();
    await rows.return();
    await events.return();
    return { done: true, value: undefined };
  };
  return {
    next: () => rows.next() as Promise<IteratorResult<T>>,
    return: leave,
    throw: leave,
    [Symbol.asyncIterator]() {
      return this;
    },
  };
}
