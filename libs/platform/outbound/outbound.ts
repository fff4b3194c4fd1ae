import { lookup } from 'node:dns';
import { isIP } from 'node:net';
import { Agent, fetch, type RequestInit, type Response } from 'undici';
import { addressFault, type OutboundReach } from './address.rules.js';

const TIMEOUT_MS = 10_000;

/**
 * Calls addresses that people typed in. The address is checked after the name was resolved, for the very connection
 * that is opened, so that a name that changes its mind (DNS rebinding) reaches nothing; redirects are not followed.
 */
export class Outbound {
  private readonly agent: Agent;

  constructor(private readonly reach: OutboundReach) {
    this.agent = new Agent({
      connect: {
        timeout: TIMEOUT_MS,
        lookup: (host, options, done) => {
          lookup(host, { ...options, all: true }, (error, addresses) => {
            const fault =
              error ?? addresses.map(({ address }) => this.fault(address)).find((found) => found !== null);
            if (fault) done(fault instanceof Error ? fault : new Error(`${host} ${fault}`), []);
            else done(null, addresses);
          });
        },
      },
    });
  }

  /** Like fetch, with a 10 s limit; rejects when the host may not be called. */
  async fetch(url: string, init: RequestInit = {}): Promise<Response> {
    // A literal address is never looked up, so it is checked here.
    const host = new URL(url).hostname.replace(/^\[|\]$/g, '');
    const fault = isIP(host) ? this.fault(host) : null;
    if (fault) throw new Error(`${host} ${fault}`);
    return fetch(url, {
      ...init,
      dispatcher: this.agent,
      redirect: 'manual',
      signal: AbortSignal.timeout(TIMEOUT_MS),
    });
  }

  private fault(address: string): string | null {
    return addressFault(address, this.reach);
  }
}
