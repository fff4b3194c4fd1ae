import { Injectable } from '@nestjs/common';
import { Octokit } from '@octokit/rest';
import { Webhook } from 'standardwebhooks';
import type { Config } from '../../config/config.js';
import { FinalError } from '../../jobs/job-outcome.js';
import { Mailer, NoMailServerError } from '../../mail/mailer.js';
import { Outbound } from '../../outbound/outbound.js';
import type { AlertChannel } from '../alert-channel.entity.js';
import {
  cloudEvent,
  githubEscape,
  headline,
  issueTitle,
  type Notice,
  plainText,
  slackMessage,
} from './notice.rules.js';

/** The receiver answered that it will never take anything again. */
export class ReceiverGoneError extends Error {
  override name = 'ReceiverGoneError';
}

/** Brings one notice to one channel; rejects when the receiver did not take it, so that the job tries again. */
@Injectable()
export class NoticeSender {
  private readonly outbound: Outbound;
  private readonly mailer: Mailer;

  constructor(private readonly config: Config) {
    this.outbound = new Outbound(config.outboundReach);
    this.mailer = new Mailer(config);
  }

  send(channel: AlertChannel, secret: string | null, notice: Notice): Promise<void> {
    switch (channel.kind) {
      case 'WEBHOOK':
        return this.webhook(channel.target, secret, notice);
      case 'SLACK':
        return this.post(channel.target, JSON.stringify(slackMessage(notice)), {});
      case 'EMAIL':
        return this.email(channel.target, notice);
      case 'GITHUB_ISSUE':
        return this.githubIssue(channel.target, secret, notice).catch((error: { status?: number }) => {
          // A repository whose issues are switched off answers so.
          throw error.status === 410 ? new ReceiverGoneError(`${channel.target} answered 410 Gone`) : error;
        });
    }
  }

  // Signed the Standard Webhooks way: webhook-id, webhook-timestamp, webhook-signature.
  private webhook(url: string, secret: string | null, notice: Notice): Promise<void> {
    const body = JSON.stringify(cloudEvent(notice));
    const at = new Date();
    const headers: Record<string, string> = {
      'webhook-id': notice.id,
      'webhook-timestamp': String(Math.floor(at.getTime() / 1000)),
    };
    if (secret) headers['webhook-signature'] = signer(secret).sign(notice.id, at, body);
    return this.post(url, body, headers);
  }

  private async post(url: string, body: string, headers: Record<string, string>): Promise<void> {
    const response = await this.outbound.fetch(url, {
      method: 'POST',
      body,
      headers: { 'content-type': 'application/json', 'user-agent': 'untoil', ...headers },
    });
    await response.body?.cancel();
    if (response.status === 410) throw new ReceiverGoneError(`${new URL(url).host} answered 410 Gone`);
    if (!response.ok) throw new Error(`${new URL(url).host} answered ${response.status}`);
  }

  private async email(to: string, notice: Notice): Promise<void> {
    try {
      await this.mailer.send({ to, subject: headline(notice), text: plainText(notice), id: notice.id });
    } catch (error) {
      throw error instanceof NoMailServerError ? new FinalError(error.message) : error;
    }
  }

  // One issue for each alert: what follows an opening is a comment on it, and a resolution closes it. A notice that was
  // held up until its alert was over opens nothing: the resolution may have come and gone, and nobody would close it.
  private async githubIssue(target: string, secret: string | null, notice: Notice): Promise<void> {
    const [owner, repo] = target.split('/') as [string, string];
    const octokit = new Octokit({
      auth: secret ?? this.config.githubToken,
      baseUrl: this.config.githubApiUrl,
    });
    const mark = `untoil-alert: ${notice.alert.id}`;
    const body = `${githubEscape(plainText(notice))}\n\n<!-- ${mark} -->`;
    const open = await octokit.paginate(octokit.rest.issues.listForRepo, {
      owner,
      repo,
      labels: 'untoil',
      state: 'open',
    });
    const known = open.find((issue) => issue.body?.includes(mark));
    if (!known) {
      if (notice.alert.status === 'RESOLVED') return;
      const title = issueTitle(notice);
      await octokit.rest.issues.create({ owner, repo, title, body, labels: ['untoil'] });
      return;
    }
    if (notice.event === 'opened') return;
    const issue = { owner, repo, issue_number: known.number };
    await octokit.rest.issues.createComment({ ...issue, body });
    if (notice.event === 'resolved') await octokit.rest.issues.update({ ...issue, state: 'closed' });
  }
}

// Secrets of the form whsec_<base64> are the standard's own; any other text is used as its bytes.
const signer = (secret: string): Webhook =>
  secret.startsWith('whsec_') ? new Webhook(secret) : new Webhook(Buffer.from(secret), { format: 'raw' });
