import type { WebhookSource } from './webhook-secret.entity.js';

const SHORTEST = 16;
const LONGEST = 255;
const PRINTABLE = /^[\x21-\x7e]+$/;

/** What is wrong with a secret that somebody chose; null when it can be used. Never holds the secret. */
export function secretFault(secret: string): string | null {
  if (secret.length < SHORTEST || secret.length > LONGEST)
    return `A webhook secret has ${SHORTEST} to ${LONGEST} characters.`;
  // It travels in a header, where blanks at the ends vanish and other characters have no agreed bytes.
  return PRINTABLE.test(secret) ? null : 'A webhook secret holds printable ASCII characters without blanks.';
}

/** How long the secret before may still be accepted: long enough to tell the sender, short enough to end. */
export const LONGEST_OVERLAP_HOURS = 24 * 30;

/** The setting in the environment that speaks for a source until a secret is stored. */
export const SETTING_OF = {
  GITHUB: 'githubWebhookSecret',
  ALERTMANAGER: 'alertmanagerToken',
} as const satisfies Record<WebhookSource, string>;

/** The secrets that a sender may use now, the current one first. */
export function acceptedSecrets(
  stored: { current: string; previous: string | null; previousUntil: Date | null } | null,
  environment: string | undefined,
  now: Date,
): string[] {
  if (!stored) return environment ? [environment] : [];
  const { current, previous, previousUntil } = stored;
  return previous && previousUntil && now < previousUntil ? [current, previous] : [current];
}
