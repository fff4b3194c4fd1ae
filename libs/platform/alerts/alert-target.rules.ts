import ipaddr from 'ipaddr.js';
import { Webhook } from 'standardwebhooks';
import { addressFault } from '../outbound/address.rules.js';
import type { AlertChannelKind } from './alert-channel.entity.js';

const LONGEST_TARGET = 2000;
const LONGEST_SECRET = 4096;

/** What is wrong with a new channel, and in which field. */
export interface ChannelFault {
  field: 'target' | 'secret' | 'kinds';
  message: string;
}

interface Wanted {
  kind: AlertChannelKind;
  target: string;
  secret?: string | null;
  kinds?: readonly string[] | null;
}

const WANTED: Record<AlertChannelKind, string> = {
  WEBHOOK: 'A WEBHOOK channel takes an http or https address.',
  SLACK: 'A SLACK channel takes the address of an incoming webhook.',
  EMAIL: 'An EMAIL channel takes one e-mail address.',
  GITHUB_ISSUE: 'A GITHUB_ISSUE channel takes owner/repository.',
};

/** Why a channel could never deliver anything, as far as that shows without calling anybody; null when it may. */
export function channelFault(channel: Wanted): ChannelFault | null {
  const target = targetFault(channel.kind, channel.target);
  if (target) return { field: 'target', message: target };
  const secret = secretFault(channel.kind, channel.secret ?? null);
  if (secret) return { field: 'secret', message: secret };
  return kindsFault(channel.kinds ?? null);
}

function targetFault(kind: AlertChannelKind, target: string): string | null {
  if (target.length > LONGEST_TARGET) return `A target has at most ${LONGEST_TARGET} characters.`;
  switch (kind) {
    case 'EMAIL':
      return /^[^\s@,;<>]+@[^\s@,;<>]+$/.test(target) ? null : WANTED.EMAIL;
    case 'GITHUB_ISSUE':
      return /^(?!\.+\/)[\w.-]+\/(?!\.+$)[\w.-]+$/.test(target) ? null : WANTED.GITHUB_ISSUE;
    default:
      return urlFault(kind, target);
  }
}

function urlFault(kind: 'WEBHOOK' | 'SLACK', target: string): string | null {
  if (!URL.canParse(target)) return WANTED[kind];
  const { protocol, username, password, hostname } = new URL(target);
  if (!/^https?:$/.test(protocol)) return WANTED[kind];
  if (username || password)
    return 'An address must hold no user name or password: it is shown to leads. Sign with a secret instead.';
  const host = hostname.replace(/^\[|\]$/g, '');
  // Names are looked up at each delivery; an address that is refused wherever we may call needs no waiting for that.
  const fault = ipaddr.isValid(host) ? addressFault(host, 'any') : null;
  return fault && `${host} ${fault}, which is never called.`;
}

function secretFault(kind: AlertChannelKind, secret: string | null): string | null {
  if (secret === null) return null;
  if (secret === '') return 'Leave the secret out where there is none.';
  if (secret.length > LONGEST_SECRET) return `A secret has at most ${LONGEST_SECRET} characters.`;
  if (kind !== 'WEBHOOK' || !secret.startsWith('whsec_') || canSign(secret)) return null;
  return 'What follows "whsec_" must be the key in base64.';
}

function canSign(secret: string): boolean {
  try {
    new Webhook(secret);
    return true;
  } catch {
    return false;
  }
}

function kindsFault(kinds: readonly string[] | null): ChannelFault | null {
  if (kinds === null) return null;
  if (kinds.length === 0)
    return { field: 'kinds', message: 'An empty list hears of nothing; leave kinds out to hear of all.' };
  return kinds.some((kind) => kind.trim() === '')
    ? { field: 'kinds', message: 'A kind of alert has a name, such as "pipeline.failed".' }
    : null;
}
