import { Injectable } from '@nestjs/common';
import type { z } from 'zod';
import { Clock, type Tx } from '#platform';
import { RecordActivity } from '../activity/record-activity.service.js';
import { Aliases } from '../alias/aliases.js';
import { Drafts } from '../capture/drafts.js';
import {
  type commentEvent,
  type deploymentEvent,
  instantOf,
  labelsOf,
  timedComment,
} from './github-event.rules.js';
import { IssueIntake } from './issue-intake.js';

const DAY_SECONDS = 86_400;

/** Turns what people did on GitHub into drafts, for them to confirm. */
@Injectable()
export class DraftIntake {
  constructor(
    private readonly aliases: Aliases,
    private readonly issues: IssueIntake,
    private readonly drafts: Drafts,
    private readonly activities: RecordActivity,
    private readonly clock: Clock,
  ) {}

  /** `/toil 25m restarted the pods` in a comment. */
  async fromComment(tx: Tx, event: z.output<typeof commentEvent>): Promise<string> {
    const { action, comment, issue, repository } = event;
    if (action !== 'created') return 'not a new comment';
    const timed = timedComment(comment.body);
    if (!timed) return this.activityOf(tx, event);
    const { seconds, word } = timed;
    if (!seconds) return `"${word.slice(0, 20)}" is no duration`;
    if (seconds > DAY_SECONDS) return `"${word.slice(0, 20)}" is longer than a day; minutes look like 45m`;
    const person = comment.user && (await this.aliases.personKey(tx, 'GITHUB', comment.user.login));
    if (!person) return `nobody is mapped from the login ${comment.user?.login}`;
    const { duplicate } = await this.drafts.propose(tx, {
      person,
      service: await this.issues.serviceOf(tx, labelsOf(issue), repository),
      seconds,
      note: timed.note ?? issue.title,
      at: instantOf(comment.created_at, this.clock.now()),
      source: 'GITHUB',
      externalId: `comment ${comment.id}`,
    });
    return duplicate ? 'told before' : 'a draft';
  }

  /** A deployment that a person started: a sign of activity. */
  async fromDeployment(tx: Tx, event: z.output<typeof deploymentEvent>): Promise<string> {
    const { deployment, repository } = event;
    const { creator } = deployment;
    if (event.action !== 'created') return 'not the beginning of a deployment';
    if (!creator || creator.type === 'Bot') return 'nobody deployed by hand';
    const person = await this.aliases.personKey(tx, 'GITHUB', creator.login);
    if (!person) return `nobody is mapped from the login ${creator.login}`;
    const { duplicate } = await this.activities.record(tx, {
      person,
      service: await this.issues.serviceOf(tx, [], repository),
      note: `deploy ${[deployment.ref, deployment.environment].filter(Boolean).join(' to ')}`,
      at: instantOf(deployment.created_at, this.clock.now()),
      source: 'CI',
      externalId: `deployment ${deployment.id}`,
    });
    return duplicate ? 'told before' : 'a draft';
  }

  // A comment on an incident says that its author was at work on it.
  private async activityOf(
    tx: Tx,
    { comment, issue, repository }: z.output<typeof commentEvent>,
  ): Promise<string> {
    if (!comment.user || comment.user.type === 'Bot') return 'the comment tells of no time';
    // The comment may be here before the opening of its issue.
    const link = await this.issues.ensureOpened(tx, issue, repository);
    const incident = typeof link === 'string' ? null : await this.issues.incidentOf(tx, issue);
    if (!incident) return 'the comment tells of no time';
    const person = await this.aliases.personKey(tx, 'GITHUB', comment.user.login);
    if (!person) return `nobody is mapped from the login ${comment.user.login}`;
    const { duplicate } = await this.activities.record(tx, {
      person,
      incident: incident.id,
      at: instantOf(comment.created_at, this.clock.now()),
      source: 'GITHUB',
      externalId: `comment ${comment.id}`,
    });
    return duplicate ? 'told before' : 'activity on the incident';
  }
}
