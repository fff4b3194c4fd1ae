import { startSentences } from '../i18n/index.js';

/** The answer of a request to the session endpoints: ok, or the words to show. */
export interface SessionAnswer {
  ok: boolean;
  status: number;
  message: string;
}

// What is wrong with a password, a token or a name; a session that starts has nothing to say, and nothing to load.
const inWords = async (message: string): Promise<string> =>
  message === '' ? '' : (await startSentences())(message);

const ask = async (method: string, path: string, body?: unknown): Promise<SessionAnswer> => {
  try {
    const response = await fetch(path, {
      method,
      credentials: 'same-origin',
      headers: { 'content-type': 'application/json', 'x-untoil-web': '1' },
      body: body === undefined ? undefined : JSON.stringify(body),
    });
    const answer = (await response.json().catch(() => ({}))) as {
      message?: string;
      error?: { message?: string };
    };
    return {
      ok: response.ok,
      status: response.status,
      message: await inWords(answer.message ?? answer.error?.message ?? ''),
    };
  } catch {
    return { ok: false, status: 0, message: '' };
  }
};

/** Signs in; the session lives in a cookie that scripts cannot read. */
export const signIn = (name: string, password: string) => ask('POST', '/session', { name, password });

/** Ends the session on the server. */
export const signOut = () => ask('DELETE', '/session');

/** Claims a fresh installation with the token from its log. */
export const claim = (input: {
  token: string;
  name: string;
  password: string;
  language: string;
  zone: string;
}) => ask('POST', '/setup', input);

/** Sets the password that a link allows. */
export const resetPassword = (input: { token: string; password: string }) =>
  ask('POST', '/password-reset', input);

/** Asks for a link to be mailed. */
export const requestReset = (name: string) => ask('POST', '/password-reset/request', { name });

/** Makes the account that an invitation allows. */
export const acceptInvitation = (input: {
  token: string;
  name: string;
  password: string;
  language: string;
}) => ask('POST', '/invitation', input);
