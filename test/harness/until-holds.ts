import { EventBus } from '#platform';
import type { TestApi } from './use-api.js';

/** Asks now and again after each change of a topic until the answer holds; returns that answer. */
export async function untilHolds<T>(
  api: TestApi,
  topic: 'run' | 'alert' | 'incident' | 'deployment' | 'serving' | 'sample',
  ask: () => Promise<T>,
  holds: (seen: T) => boolean,
): Promise<T> {
  const bus = api.app.get(EventBus, { strict: false });
  const done = new AbortController();
  const changes = bus.subscribe(topic, done.signal);
  try {
    // The reader is in place before the first question, so that no change falls between question and waiting.
    let change = changes.next();
    await bus.listening();
    for (;;) {
      const seen = await ask();
      if (holds(seen)) return seen;
      await change;
      change = changes.next();
    }
  } finally {
    done.abort();
    await changes.return();
  }
}
