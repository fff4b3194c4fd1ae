import type { IncomingHttpHeaders } from 'node:http';
import type { Caller, TokenScope } from '#platform';
import type { Loaders } from './loaders.js';

/** What every resolver of one operation shares. */
export interface RequestContext {
  /** Null: nobody is signed in. */
  readonly caller: Caller | null;
  /** What the caller's token may be used for; null: everything that the role may. */
  readonly scopes: readonly TokenScope[] | null;
  /** Loads by id, in one query for the whole operation; of a subscription for each of its events. */
  readonly loaders: Loaders;
  /** Whether the credentials still hold; a subscription outlives the second for which they were looked up. */
  isSignedIn(): Promise<boolean>;
  /** Address of the client's end of the connection. */
  readonly ip: string;
  readonly headers: IncomingHttpHeaders;
}
