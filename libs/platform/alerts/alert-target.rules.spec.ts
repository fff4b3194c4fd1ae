import { describe, expect, it } from 'vitest';
import { channelFault } from './alert-target.rules.js';

const HOOK = 'https://hooks.example.org/untoil';
const KEY = `whsec_${Buffer.alloc(24, 7).toString('base64')}`;

describe('channelFault', () => {
  it.each([
    { kind: 'WEBHOOK', target: HOOK },
    { kind: 'WEBHOOK', target: 'http://127.0.0.1:9000/x', secret: KEY, kinds: ['pipeline.failed'] },
    { kind: 'WEBHOOK', target: 'http://[fd12::1]/x', secret: 'any other words' },
    { kind: 'SLACK', target: 'https://hooks.slack.com/services/T0/B0/x' },
    { kind: 'EMAIL', target: 'ops+night@example.org' },
    { kind: 'GITHUB_ISSUE', target: 'acme/.github', secret: 'ghp_x' },
    { kind: 'GITHUB_ISSUE', target: 'acme/shop.web', kinds: null },
  ] as const)('takes %j', (channel) => expect(channelFault(channel)).toBeNull());

  it.each([
    ['target', { kind: 'WEBHOOK', target: 'ftp://example.org/x' }],
    ['target', { kind: 'WEBHOOK', target: `${HOOK}/${'x'.repeat(2000)}` }],
    ['target', { kind: 'WEBHOOK', target: 'https://user:password@example.org/x' }],
    ['target', { kind: 'WEBHOOK', target: 'http://169.254.169.254/latest' }],
    ['target', { kind: 'SLACK', target: 'http://[::ffff:169.254.169.254]/x' }],
    ['target', { kind: 'SLACK', target: '#ops' }],
    ['target', { kind: 'EMAIL', target: 'a@b.example, c@d.example' }],
    ['target', { kind: 'GITHUB_ISSUE', target: 'acme/..' }],
    ['target', { kind: 'GITHUB_ISSUE', target: './shop' }],
    ['target', { kind: 'GITHUB_ISSUE', target: 'https://github.com/acme/shop' }],
    ['secret', { kind: 'WEBHOOK', target: HOOK, secret: 'whsec_!!!' }],
    ['secret', { kind: 'WEBHOOK', target: HOOK, secret: 'whsec_' }],
    ['secret', { kind: 'WEBHOOK', target: HOOK, secret: '' }],
    ['kinds', { kind: 'EMAIL', target: 'a@b.example', kinds: [] }],
    ['kinds', { kind: 'EMAIL', target: 'a@b.example', kinds: ['pipeline.failed', ' '] }],
  ] as const)('refuses the %s of %j: it could never deliver', (field, channel) =>
    expect(channelFault(channel)?.field).toBe(field),
  );
});
