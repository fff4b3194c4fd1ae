import type { Readable } from 'node:stream';

/** What was stored: its content address and size. */
export interface StoredObject {
  sha256: string;
  bytes: number;
}

/**
 * Keeps bytes under the sha256 of their content: equal content is stored once and nothing is ever overwritten with
 * something else. Reading throws ObjectMissingError or ObjectTornError; not one byte of a torn object is handed out.
 */
export abstract class ObjectStore {
  abstract put(data: Uint8Array | Readable, hint?: { contentType?: string }): Promise<StoredObject>;
  abstract get(sha256: string): Promise<Buffer>;
  /** For what is too large for memory; the bytes are proven before the first of them is handed out. */
  abstract stream(sha256: string): Promise<Readable>;
  abstract has(sha256: string): Promise<boolean>;
  /** Succeeds when there is nothing to delete. */
  abstract delete(sha256: string): Promise<void>;
  /** The addresses of all that is stored, in no order. */
  abstract list(): AsyncIterable<string>;
}
