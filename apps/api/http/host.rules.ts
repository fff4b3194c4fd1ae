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

/** The headers by which a browser says where a request comes from. */
export interface OriginHeaders {
  origin?: string;
  host?: string;
  'sec-fetch-site'?: string | string[];
}

/**
 * Whether a request that carries a cookie comes from our own pages. Browsers send Origin with every POST and every
 * WebSocket. Another port of the same machine is another origin, though it gets the same cookies: host and port must
 * both be ours. Behind a proxy that changes Host, the public address is ours too.
 */
export function isOwnOrigin(headers: OriginHeaders, publicOrigin: string | null): boolean {
  const site = headers['sec-fetch-site'];
  if (site !== undefined && site !== 'same-origin' && site !== 'none') return false;
  if (headers.origin === undefined) return site === 'same-origin';
  if (!URL.canParse(headers.origin)) return false;
  const { origin, host } = new URL(headers.origin);
  return host === headers.host?.toLowerCase() || origin === publicOrigin;
}
