import type { IncomingHttpHeaders } from 'node:http';

/** Name of the session cookie: over https the browser itself then guarantees host, path and Secure. */
export const cookieName = (secure: boolean): string => (secure ? '__Host-untoil' : 'untoil_session');

/** The session's secret in a request's cookies; null without one. */
export function sessionSecret(headers: IncomingHttpHeaders, secure: boolean): string | null {
  const name = `${cookieName(secure)}=`;
  const part = headers.cookie?.split(';').find((cookie) => cookie.trimStart().startsWith(name));
  return part ? part.trim().slice(name.length) || null : null;
}

/** Set-Cookie for a session that lasts so many seconds; 0 takes the cookie away. */
export function sessionCookie(secret: string, seconds: number, secure: boolean): string {
  const parts = [
    `${cookieName(secure)}=${secret}`,
    'Path=/',
    `Max-Age=${seconds}`,
    'HttpOnly',
    'SameSite=Lax',
  ];
  return (secure ? [...parts, 'Secure'] : parts).join('; ');
}
