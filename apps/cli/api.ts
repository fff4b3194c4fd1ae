import { EXIT, Failure } from './failure.js';
import type { Settings } from './settings.js';

interface UserError {
  code: string;
  message: string;
  path: string[];
}
interface Answer<Data> {
  data?: Data | null;
  errors?: { message: string; extensions?: { code?: string } }[];
}

/** Asks the server; expected refusals and everything else end the command with a Failure. */
export class Api {
  constructor(readonly settings: Settings) {}

  /** Runs one query. */
  async query<Data>(query: string, variables: Record<string, unknown> = {}): Promise<Data> {
    const response = await this.fetch('/graphql', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ query, variables }),
    });
    const answer = (await response.json().catch(() => ({}))) as Answer<Data>;
    const [first] = answer.errors ?? [];
    if (first) {
      const code = first.extensions?.code ?? 'FAILED';
      throw new Failure(
        code === 'UNAUTHENTICATED' ? this.signedOut() : first.message,
        code === 'UNAUTHENTICATED' ? EXIT.signedOut : EXIT.refused,
        [{ code, message: first.message }],
      );
    }
    if (!response.ok || !answer.data) throw new Failure(`The server answered ${response.status}.`);
    return answer.data;
  }

  private signedOut(): string {
    return this.settings.token
      ? `${this.settings.url} does not accept this token; it may have been revoked. Run: untoil login`
      : 'Not signed in. Run: untoil login';
  }

  /** Runs one mutation and returns its payload; refusals end the command. */
  async write<Payload extends { userErrors: UserError[] }>(
    mutation: string,
    variables: Record<string, unknown>,
  ): Promise<Payload> {
    const data = await this.query<Record<string, Payload>>(mutation, variables);
    const payload = Object.values(data)[0] as Payload;
    const [first] = payload.userErrors;
    if (first) throw new Failure(`${first.message} (${first.code})`, EXIT.refused, payload.userErrors);
    return payload;
  }

  /** Fetches below the server's address with the token. */
  async fetch(path: string, init: RequestInit = {}): Promise<Response> {
    const { token, url } = this.settings;
    const headers = {
      ...(init.headers as Record<string, string>),
      ...(token ? { authorization: `Bearer ${token}` } : {}),
    };
    try {
      return await fetch(new URL(path, `${url}/`), { ...init, headers, redirect: 'error' });
    } catch (error) {
      const cause = error instanceof Error && error.cause instanceof Error ? `: ${error.cause.message}` : '';
      throw new Failure(`No server answers at ${url}${cause}`, EXIT.unreachable, [
        { code: 'UNREACHABLE', message: `No server answers at ${url}` },
      ]);
    }
  }

  /** The person to log for: asked for, set, or linked to the account. */
  async person(asked?: string): Promise<string> {
    const known = asked ?? this.settings.person;
    if (known) return known;
    const { me } = await this.query<{ me: { person: { key: string } | null } }>('{ me { person { key } } }');
    if (me.person) return me.person.key;
    throw new Failure('For whom? Use --person KEY, or link the account to a person.', EXIT.usage);
  }
}
