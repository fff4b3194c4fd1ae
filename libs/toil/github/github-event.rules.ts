import { z } from 'zod';
import { durationIn } from '../capture/written-duration.rules.js';

const account = z.looseObject({ login: z.string(), type: z.string().nullish() });

/** An issue as GitHub sends it, in webhooks and over REST. */
export const githubIssue = z.looseObject({
  id: z.number(),
  number: z.number(),
  title: z.string(),
  state: z.string(),
  created_at: z.string(),
  updated_at: z.string(),
  closed_at: z.string().nullish(),
  labels: z.array(z.union([z.string(), z.looseObject({ name: z.string() })])).default([]),
  assignees: z.array(account).nullish(),
  pull_request: z.unknown().optional(),
});
export type GithubIssue = z.output<typeof githubIssue>;

const repository = z.looseObject({ full_name: z.string(), name: z.string() });

/** The payload of the event `issues`. */
export const issuesEvent = z.looseObject({
  action: z.string(),
  issue: githubIssue,
  repository,
  assignee: account.nullish(),
  changes: z
    .looseObject({ new_issue: githubIssue.optional(), new_repository: repository.optional() })
    .nullish(),
});
export type IssuesEvent = z.output<typeof issuesEvent>;

/** The payload of the event `issue_comment`. */
export const commentEvent = z.looseObject({
  action: z.string(),
  issue: githubIssue,
  repository,
  comment: z.looseObject({
    id: z.number(),
    body: z.string().nullish(),
    created_at: z.string(),
    user: account.nullish(),
  }),
});

/** The payload of the event `deployment`. */
export const deploymentEvent = z.looseObject({
  action: z.string(),
  deployment: z.looseObject({
    id: z.number(),
    environment: z.string().nullish(),
    ref: z.string().nullish(),
    created_at: z.string(),
    creator: account.nullish(),
  }),
  repository,
});

/** The payload of the event `deployment_status`. */
export const deploymentStatusEvent = z.looseObject({
  deployment_status: z.looseObject({
    id: z.number(),
    state: z.string(),
    created_at: z.string(),
    environment: z.string().nullish(),
  }),
  deployment: z.looseObject({
    id: z.number(),
    environment: z.string().nullish(),
    ref: z.string().nullish(),
    creator: account.nullish(),
  }),
  repository,
});

/** What an issue's event means for the incident that it stands for. */
export interface IssueChange {
  type: 'ACKNOWLEDGED' | 'LEFT' | 'RESOLVED' | 'REOPENED';
  at: Date;
  /** The login that the change is about; null: nobody in particular. */
  login: string | null;
}

/** The labels' names, in lower case. */
export const labelsOf = (issue: GithubIssue): string[] =>
  issue.labels.map((label) => (typeof label === 'string' ? label : label.name).toLowerCase());

/** The instant of a text that GitHub sent; an unreadable one is the fallback. */
export function instantOf(text: string | null | undefined, fallback: Date): Date {
  const at = text ? new Date(text) : fallback;
  return Number.isNaN(at.getTime()) ? fallback : at;
}

/** What changed, beside the opening; null for actions that change nothing about an incident. */
export function issueChange(event: IssuesEvent, now: Date): IssueChange | null {
  const change = changeOf(event, now);
  const opened = instantOf(event.issue.created_at, now);
  // Clocks differ: what seems to lie before the opening counts from the opening on.
  return change && change.at < opened ? { ...change, at: opened } : change;
}

function changeOf({ action, issue, assignee }: IssuesEvent, now: Date): IssueChange | null {
  const updated = instantOf(issue.updated_at, now);
  const login = assignee?.login ?? null;
  if (action === 'assigned') return { type: 'ACKNOWLEDGED', at: updated, login };
  if (action === 'unassigned') return login ? { type: 'LEFT', at: updated, login } : null;
  if (action === 'closed') return { type: 'RESOLVED', at: instantOf(issue.closed_at, updated), login: null };
  if (action === 'deleted') return { type: 'RESOLVED', at: now, login: null };
  if (action === 'reopened')
    return { type: 'REOPENED', at: updated, login: issue.assignees?.[0]?.login ?? null };
  return null;
}

/**
 * What the issue was when a label made it an incident: what happened before was told while it was none. Over by then, or
 * in the hands of its assignees.
 */
export function changesBeforeLabel({ issue }: IssuesEvent, now: Date): IssueChange[] {
  const opened = instantOf(issue.created_at, now);
  const updated = instantOf(issue.updated_at, now);
  const notBefore = (at: Date): Date => (at < opened ? opened : at);
  if (issue.state === 'closed')
    return [{ type: 'RESOLVED', at: notBefore(instantOf(issue.closed_at, updated)), login: null }];
  return (issue.assignees ?? []).map(({ login }) => ({
    type: 'ACKNOWLEDGED',
    at: notBefore(updated),
    login,
  }));
}

const TIMED = /(?:^|\n)\s*\/toil[ \t]+([^\n]*\S)/;

/**
 * The time that a comment tells of (`/toil 25m restarted the pods`, `/toil 2h 30m`), as a quick entry would read it, and the
 * rest of the line; null when it tells of none. seconds: null when its first word is no duration.
 */
export function timedComment(
  body: string | null | undefined,
): { word: string; seconds: number | null; note: string | null } | null {
  const words = TIMED.exec(body ?? '')?.[1]?.split(/\s+/) ?? [];
  const [first] = words;
  if (first === undefined) return null;
  // Only what begins the line: "/toil 25m restarted 3 pods" tells of 25 minutes, and "/toil restarted 3 pods" of none.
  const pair = durationIn(words.slice(0, 2));
  const length = pair?.from === 0 ? pair.to : 1;
  const said = words.slice(0, length);
  return {
    word: said.join(' '),
    seconds: durationIn(said)?.seconds ?? null,
    note: words.slice(length).join(' ') || null,
  };
}
