import { describe, expect, it } from 'vitest';
import {
  changesBeforeLabel,
  issueChange,
  issuesEvent,
  labelsOf,
  timedComment,
} from './github-event.rules.js';

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

describe('changesBeforeLabel', () => {
  it.each([
    [{}, []],
    [
      { assignees: [{ login: 'kim' }, { login: 'lee' }] },
      ['ACKNOWLEDGED 10:00 kim', 'ACKNOWLEDGED 10:00 lee'],
    ],
    [
      { state: 'closed', closed_at: '2026-03-04T09:45:00Z', assignees: [{ login: 'kim' }] },
      ['RESOLVED 09:45 null'],
    ],
    [{ state: 'closed' }, ['RESOLVED 10:00 null']],
    [{ state: 'closed', closed_at: '2026-03-04T08:00:00Z' }, ['RESOLVED 09:00 null']],
  ])('of %j', (issue, expected) => {
    const changes = changesBeforeLabel(event('labeled', issue), NOW);
    expect(
      changes.map(({ type, at, login }) => `${type} ${at.toISOString().slice(11, 16)} ${login}`),
    ).toEqual(expected);
  });
});

describe('timedComment', () => {
  it.each([
    ['/toil 25m restarted the pods', { word: '25m', seconds: 1500, note: 'restarted the pods' }],
    ['Done.\n  /toil 1:30\nthanks', { word: '1:30', seconds: 5400, note: null }],
    ['/toil 25 m restarted 3 pods', { word: '25 m', seconds: 1500, note: 'restarted 3 pods' }],
    ['/toil 2h 27m by hand', { word: '2h 27m', seconds: 8820, note: 'by hand' }],
    ['/toil 2 pods', { word: '2', seconds: 7200, note: 'pods' }],
    ['/toil restarted 3 pods', { word: 'restarted', seconds: null, note: '3 pods' }],
    ['/toil 30분 재시작', { word: '30분', seconds: 1800, note: '재시작' }],
    ['/toil', null],
    ['/toil  \n25m', null],
    ['we /toil 25m a lot', null],
    ['/toilet 25m', null],
    [null, null],
  ])('of %j', (body, expected) => {
    expect(timedComment(body)).toEqual(expected);
  });
});
