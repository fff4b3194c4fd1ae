import type { Readable } from 'node:stream';

/** What was stored: its content address and size. */
export interface StoredObject {
  sha256: string;
  bytes: number;
}

/** Keeps bytes under the sha256 of their content: equal content is stored once, and nothing is ever overwritten. */
export abstract class ObjectStore {
  abstract put(data: Uint8Array | Readable, hint?: { contentType?: string }): Promise<StoredObject>;
  /** All bytes; throws when they no longer match their address. */
  abstract get(sha256: string): Promise<Buffer>;
  abstract stream(sha256: string): Promise<Readable>;
  abstract has(sha256: string): Promise<boolean>;
  abstract delete(sha256: string): Promise<void>;
}
