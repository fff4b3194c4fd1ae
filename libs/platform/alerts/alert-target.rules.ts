import type { AlertChannelKind } from './alert-channel.entity.js';

const TARGETS: Record<AlertChannelKind, { fits: (target: string) => boolean; wanted: string }> = {
  WEBHOOK: { fits: isHttpUrl, wanted: 'an http or https address' },
  SLACK: { fits: isHttpUrl, wanted: 'the address of an incoming webhook' },
  EMAIL: { fits: (target) => /^[^\s@,;<>]+@[^\s@,;<>]+$/.test(target), wanted: 'one e-mail address' },
  GITHUB_ISSUE: { fits: (target) => /^[\w.-]+\/[\w.-]+$/.test(target), wanted: 'owner/repository' },
};

/** What is wrong with a target of this kind, in one sentence; null when it fits. */
export function targetFault(kind: AlertChannelKind, target: string): string | null {
  const { fits, wanted } = TARGETS[kind];
  return fits(target) ? null : `target: a ${kind} channel takes ${wanted}.`;
}

function isHttpUrl(target: string): boolean {
  return URL.canParse(target) && /^https?:$/.test(new URL(target).protocol);
}
