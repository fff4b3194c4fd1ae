const LOOPBACK = ['localhost', '127.0.0.1', '[::1]'];

/** The Host names that are answered: loopback, the public address, where we listen, and what the operator added. */
export function allowedHosts(config: {
  host: string;
  publicUrl?: string;
  allowedHosts: readonly string[];
}): Set<string> {
  const names = [
    ...LOOPBACK,
    config.host.includes(':') ? `[${config.host}]` : config.host,
    ...config.allowedHosts,
  ];
  if (config.publicUrl) names.push(new URL(config.publicUrl).hostname);
  return new Set(names.map((name) => name.toLowerCase()));
}

/** Whether a Host header names one of them; the port does not matter. Guards against DNS rebinding. */
export function isAllowedHost(header: string | undefined, allowed: ReadonlySet<string>): boolean {
  const name = /^(\[[0-9a-f:.]+\]|[^:/@\s]+)(:\d{1,5})?$/i.exec(header ?? '')?.[1];
  return name !== undefined && allowed.has(name.toLowerCase());
}

/**
 * Whether a request that carries a cookie comes from our own pages. Browsers send Origin with every POST and every
 * WebSocket; a request without it and without a browser's fetch headers is no browser's, and gets no cookie trust
 * unless it only reads.
 */
export function isOwnOrigin(
  headers: { origin?: string; host?: string; 'sec-fetch-site'?: string | string[] },
  allowed: ReadonlySet<string>,
): boolean {
  const site = headers['sec-fetch-site'];
  if (site !== undefined && site !== 'same-origin' && site !== 'none') return false;
  if (headers.origin === undefined) return site === 'same-origin';
  const origin = URL.canParse(headers.origin) ? new URL(headers.origin) : null;
  // Behind a proxy Host is the proxy's own business; the origin must then be a name that we answer to.
  return (
    origin !== null &&
    (origin.host === headers.host?.toLowerCase() || allowed.has(origin.hostname.toLowerCase()))
  );
}
