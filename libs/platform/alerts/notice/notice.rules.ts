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
    { type: 'section', text: { type: 'mrkdwn', text: `*${slackEscape(headline(notice))}*` } },
    {
      type: 'context',
      elements: [
        {
          type: 'mrkdwn',
          text: slackEscape(
            `${notice.alert.kind} on ${notice.alert.subject}, open since ${notice.alert.openedAt}, seen ${notice.alert.occurrences}x`,
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
