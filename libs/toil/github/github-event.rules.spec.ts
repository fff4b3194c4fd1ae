import { describe, expect, it } from 'vitest';
import { issueChange, issuesEvent, labelsOf, timedComment } from './github-event.rules.js';

const NOW = new Date('2026-03-04T12:00:00Z');
const event = (action: string, issue: object = {}, more: object = {}) =>
  issuesEvent.parse({
    action,
    issue: {
      ...{ id: 1, number: 7, title: 'Down', state: 'open', labels: [{ name: 'Incident' }, 'Checkout'] },
      ...{ created_at: '2026-03-04T09:00:00Z', updated_at: '2026-03-04T10:00:00Z', closed_at: null },
      ...issue,
    },
    repository: { full_name: 'acme/shop', name: 'shop' },
    ...more,
  });

describe('issueChange', () => {
  it.each([
    ['assigned', {}, { assignee: { login: 'kim' } }, 'ACKNOWLEDGED 2026-03-04T10:00:00.000Z kim'],
    ['unassigned', {}, { assignee: { login: 'kim' } }, 'LEFT 2026-03-04T10:00:00.000Z kim'],
    ['closed', { closed_at: '2026-03-04T11:00:00Z' }, {}, 'RESOLVED 2026-03-04T11:00:00.000Z null'],
    ['closed', {}, {}, 'RESOLVED 2026-03-04T10:00:00.000Z null'],
    ['reopened', { assignees: [{ login: 'lee' }] }, {}, 'REOPENED 2026-03-04T10:00:00.000Z lee'],
    ['deleted', {}, {}, 'RESOLVED 2026-03-04T12:00:00.000Z null'],
    ['opened', {}, {}, null],
    ['edited', {}, {}, null],
  ])('%s', (action, issue, more, expected) => {
    const change = issueChange(event(action, issue, more), NOW);
    expect(change && `${change.type} ${change.at.toISOString()} ${change.login}`).toBe(expected);
  });
});

describe('labelsOf', () => {
  it('reads both forms, in lower case', () => {
    expect(labelsOf(event('opened').issue)).toEqual(['incident', 'checkout']);
  });
});

describe('timedComment', () => {
  it.each([
    ['/toil 25m restarted the pods', { duration: '25m', note: 'restarted the pods' }],
    ['Done.\n  /toil 1:30\nthanks', { duration: '1:30', note: null }],
    ['we /toil 25m a lot', null],
    ['/toilet 25m', null],
    [null, null],
  ])('of %j', (body, expected) => {
    expect(timedComment(body)).toEqual(expected);
  });
});
