import type { AlertSeverity } from '../alert.entity.js';

/** What is said to a channel about one change of an alert. */
export interface Notice {
  /** The same over all tries, so that a receiver can drop what it has seen. */
  id: string;
  event: 'opened' | 'repeated' | 'acknowledged' | 'resolved';
  at: string;
  alert: {
    id: string;
    kind: string;
    subject: string;
    title: string;
    severity: AlertSeverity;
    status: string;
    openedAt: string;
    resolvedAt: string | null;
    occurrences: number;
  };
}

/** One line: the severity or the change, then the title. */
export const headline = ({ event, alert }: Notice): string =>
  `[${event === 'opened' ? alert.severity : event.toUpperCase()}] ${alert.title}`;

/** GitHub refuses an issue whose title is longer. */
const GITHUB_TITLE = 256;
/** Slack refuses a block of more than 3,000 characters; one that is escaped takes up to five. */
const SLACK_BLOCK = 600;

/** The first characters of a text, with a sign that there were more; never half of one. */
function cut(text: string, most: number): string {
  if (text.length <= most) return text;
  return `${text.slice(0, most - 1).replace(/[\ud800-\udbff]$/, '')}…`;
}

/** The title of a GitHub issue: escaped, and no longer than GitHub takes. The body has all of it. */
export const issueTitle = (notice: Notice): string => cut(githubEscape(headline(notice)), GITHUB_TITLE);

/** The body of a CloudEvents 1.0 message in JSON. */
export const cloudEvent = (notice: Notice) => ({
  specversion: '1.0',
  id: notice.id,
  source: '/untoil/alerts',
  type: `untoil.alert.${notice.event}`,
  time: notice.at,
  subject: notice.alert.subject,
  datacontenttype: 'application/json',
  data: notice.alert,
});

/** A Slack message in Block Kit. Text from outside cannot mention anybody or carry a link. */
export const slackMessage = (notice: Notice) => ({
  text: slackEscape(headline(notice)),
  blocks: [
    {
      type: 'section',
      text: { type: 'mrkdwn', text: `*${slackEscape(cut(headline(notice), SLACK_BLOCK - 10))}*` },
    },
    {
      type: 'context',
      elements: [
        {
          type: 'mrkdwn',
          text: slackEscape(
            cut(
              `${notice.alert.kind} on ${notice.alert.subject}, open since ${notice.alert.openedAt}, seen ${notice.alert.occurrences}x`,
              SLACK_BLOCK,
            ),
          ),
        },
      ],
    },
  ],
});

const slackEscape = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

/** A GitHub issue text in which "@name" and "#1" stay words (a zero-width space breaks the reference). */
export const githubEscape = (text: string): string => text.replace(/([@#])(?=\w)/g, '$1\u200b');

/** The facts of an alert as plain lines, for mail and issues. */
export const plainText = (notice: Notice): string =>
  [
    headline(notice),
    '',
    `Kind: ${notice.alert.kind}`,
    `Subject: ${notice.alert.subject}`,
    `Open since: ${notice.alert.openedAt}`,
    ...(notice.alert.resolvedAt ? [`Resolved: ${notice.alert.resolvedAt}`] : []),
    `Seen: ${notice.alert.occurrences}x`,
  ].join('\n');
