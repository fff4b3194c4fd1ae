import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { githubEscape, issueTitle, type Notice, slackMessage } from './notice.rules.js';

const hostile = fc
  .array(
    fc.oneof(
      fc.constantFrom(
        '<!channel>',
        '<!here>',
        '<@U012>',
        '<https://evil.example|log in>',
        '@octocat',
        '@acme/team',
      ),
      fc.constantFrom('#1', 'acme/shop#7', '&lt;', '<', '>', '&', '@', '#', '\n', '\u0000', '一', '\u202e'),
      fc.string({ unit: 'grapheme' }),
    ),
  )
  .map((parts) => parts.join(''));

const notice = (title: string, subject: string): Notice => ({
  id: 'n',
  event: 'opened',
  at: '2026-03-02T09:00:00Z',
  alert: {
    id: 'a',
    kind: 'run.failed',
    subject,
    title,
    severity: 'CRITICAL',
    status: 'OPEN',
    openedAt: '2026-03-02T09:00:00Z',
    resolvedAt: null,
    occurrences: 1,
  },
});

// S12: nothing that was typed in elsewhere acts where it is read.
describe('text for others', () => {
  it('can neither mention nor link in Slack, and says all that was said', () => {
    fc.assert(
      fc.property(hostile, hostile, (title, subject) => {
        const { text, blocks } = slackMessage(notice(title, subject));
        for (const part of [text, JSON.stringify(blocks)]) expect(part).not.toMatch(/[<>]/);
        expect(text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&')).toContain(
          title,
        );
      }),
      { numRuns: 500 },
    );
  });

  it('is no longer than GitHub and Slack take, however long the cause', () => {
    const long = notice(`Pipeline faces failed: ${'& @kim 🙂 '.repeat(2000)}`, `${'<a>'.repeat(2000)}`);
    expect(issueTitle(long).length).toBeLessThanOrEqual(256);
    expect(issueTitle(long)).toMatch(/^\[CRITICAL\] Pipeline faces failed: .*…$/);
    // Throws on half a character.
    expect(encodeURIComponent(issueTitle(long))).toContain('%F0%9F%99%82');
    const texts = slackMessage(long).blocks.map(({ text, elements }) => (text ?? elements?.[0])?.text ?? '');
    for (const text of texts) expect([text.length > 100, text.length <= 3000]).toEqual([true, true]);
  });

  it('can neither mention nor refer in GitHub, and loses nothing but what does not show', () => {
    fc.assert(
      fc.property(hostile, (text) => {
        const escaped = githubEscape(text);
        expect(escaped).not.toMatch(/[@#]\w/);
        expect(escaped.replaceAll('\u200b', '')).toBe(text.replaceAll('\u200b', ''));
      }),
      { numRuns: 500 },
    );
  });
});
