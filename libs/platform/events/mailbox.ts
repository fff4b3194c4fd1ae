const CAPACITY = 1000;

/** A bounded queue between one writer and one slow reader. When it overflows, the reader gets `overflow` instead. */
export class Mailbox<T> implements AsyncIterable<T> {
  private readonly items: T[] = [];
  private wake: (() => void) | null = null;
  private closed = false;

  constructor(private readonly overflow: T) {}

  put(item: T): void {
    if (this.closed) return;
    if (this.items.length >= CAPACITY) this.items.splice(0, this.items.length, this.overflow);
    else this.items.push(item);
    this.wake?.();
  }

  close(): void {
    this.closed = true;
    this.wake?.();
  }

  async *[Symbol.asyncIterator](): AsyncGenerator<T, void, void> {
    while (true) {
      while (this.items.length > 0) yield this.items.shift() as T;
      if (this.closed) return;
      await new Promise<void>((resolve) => {
        this.wake = resolve;
      });
      this.wake = null;
    }
  }
}
