import { Injectable } from '@nestjs/common';
import { Clock, SYSTEM, type Tx } from '#platform';
import { Aliases } from '../alias/aliases.js';
import { Incident } from '../incident/incident.entity.js';
import { MergeIncidents } from '../incident/merge-incidents.service.js';
import { RecordIncidentEvent } from '../incident/record-incident-event.service.js';
import { GithubIssueLink } from './github.entity.js';
import {
  changesBeforeLabel,
  type GithubIssue,
  type IssueChange,
  type IssuesEvent,
  instantOf,
  issueChange,
  labelsOf,
} from './github-event.rules.js';

export const GITHUB_SOURCE = 'github';

/** An issue without any mapped label is an incident when it bears this one. */
const INCIDENT_LABEL = 'incident';
const SERVICE_PREFIX = /^service[:/=]\s*/;
const LONGEST_TITLE = 500;

/** Turns issues with chosen labels into incidents. */
@Injectable()
export class IssueIntake {
  constructor(
    private readonly aliases: Aliases,
    private readonly recording: RecordIncidentEvent,
    private readonly merging: MergeIncidents,
    private readonly clock: Clock,
  ) {}

  /** Takes in one event of an issue; answers what became of it. */
  async take(tx: Tx, event: IssuesEvent, deliveryId: string): Promise<string> {
    const { action, issue, repository, changes } = event;
    if (issue.pull_request) return 'a pull request is no incident';
    if (action === 'transferred' && changes?.new_issue && changes.new_repository) {
      return this.transfer(tx, event, changes.new_issue, changes.new_repository.full_name);
    }
    const link = await this.ensureOpened(tx, issue, repository);
    if (typeof link === 'string') return link;
    if (action === 'labeled') {
      for (const [place, before] of changesBeforeLabel(event, this.clock.now()).entries())
        await this.apply(tx, link, before, `${deliveryId} ${place}`);
    }
    const change = issueChange(event, this.clock.now());
    if (!change) return `incident of issue ${issue.number}`;
    return this.apply(tx, link, change, deliveryId);
  }

  /** Makes sure that an incident stands for the issue; a text says why none does. */
  async ensureOpened(
    tx: Tx,
    issue: GithubIssue,
    repository: { full_name: string; name: string },
  ): Promise<GithubIssueLink | string> {
    const known = await tx.findOneBy(GithubIssueLink, { issueId: String(issue.id) });
    if (known) return known;
    const labels = labelsOf(issue);
    if (!(await this.isIncident(tx, labels))) return 'no label of the issue makes it an incident';
    const service = await this.serviceOf(tx, labels, repository);
    if (!service) return 'no label and no repository says which service it is about';
    const externalId = String(issue.id);
    await this.recording.record(tx, SYSTEM, {
      source: GITHUB_SOURCE,
      externalId,
      deliveryId: `issue ${externalId} opened`,
      type: 'OPENED',
      at: instantOf(issue.created_at, this.clock.now()),
      service,
      title: issue.title.replaceAll('\0', '').trim().slice(0, LONGEST_TITLE) || `Issue ${issue.number}`,
    });
    const link = {
      issueId: externalId,
      repository: repository.full_name.toLowerCase(),
      number: issue.number,
      externalId,
    };
    // Another delivery about the same issue may have been quicker.
    await tx.createQueryBuilder().insert().into(GithubIssueLink).values(link).orIgnore().execute();
    return link;
  }

  /** The incident that the issue stands for; null while it is none. */
  async incidentOf(tx: Tx, issue: GithubIssue): Promise<Incident | null> {
    const link = await tx.findOneBy(GithubIssueLink, { issueId: String(issue.id) });
    return link && tx.findOneBy(Incident, { source: GITHUB_SOURCE, externalId: link.externalId });
  }

  /** Records a change; one that lies before the opening (clocks differ) counts from the opening on. */
  async apply(tx: Tx, link: GithubIssueLink, change: IssueChange, deliveryId: string): Promise<string> {
    const person = change.login ? await this.aliases.personKey(tx, 'GITHUB', change.login) : null;
    if (change.type === 'LEFT' && !person) return `nobody is mapped from the login ${change.login}`;
    const { duplicate } = await this.recording.record(tx, SYSTEM, {
      source: GITHUB_SOURCE,
      externalId: link.externalId,
      deliveryId,
      type: change.type,
      at: change.at,
      person,
    });
    return duplicate ? 'told before' : `${change.type} of issue ${link.number}`;
  }

  /** The key of the service that an issue's labels or repository stand for. */
  async serviceOf(
    tx: Tx,
    labels: readonly string[],
    repository: { full_name: string; name: string },
  ): Promise<string | null> {
    for (const { name } of await this.aliases.mapped(tx, 'GITHUB_LABEL', labels)) {
      const key = await this.aliases.serviceKey(tx, 'GITHUB_LABEL', name);
      if (key) return key;
    }
    for (const label of labels) {
      const key = await this.aliases.serviceKey(tx, 'GITHUB_LABEL', label.replace(SERVICE_PREFIX, ''));
      if (key) return key;
    }
    return (
      (await this.aliases.serviceKey(tx, 'GITHUB_REPOSITORY', repository.full_name)) ??
      (await this.aliases.serviceKey(tx, 'GITHUB_REPOSITORY', repository.name))
    );
  }

  private async isIncident(tx: Tx, labels: readonly string[]): Promise<boolean> {
    if (labels.includes(INCIDENT_LABEL)) return true;
    return (await this.aliases.mapped(tx, 'GITHUB_LABEL', labels)).length > 0;
  }

  // Whatever was told first: of the issue here, of the one that it became, or of the transfer itself.
  private async transfer(
    tx: Tx,
    { issue, repository }: IssuesEvent,
    to: GithubIssue,
    moved: string,
  ): Promise<string> {
    const link = await this.ensureOpened(tx, issue, repository);
    if (typeof link === 'string') return link;
    const [incident, other] = [await this.incidentOf(tx, issue), await this.incidentOf(tx, to)];
    if (incident && other && other.id !== incident.id)
      await this.merging.absorb(tx, SYSTEM, { into: incident.id, other: other.id });
    const fresh = { ...link, issueId: String(to.id), repository: moved.toLowerCase(), number: to.number };
    await tx.upsert(GithubIssueLink, fresh, ['issueId']);
    if (fresh.issueId !== link.issueId) await tx.delete(GithubIssueLink, { issueId: link.issueId });
    return `issue ${issue.number} goes on as ${moved}#${to.number}`;
  }
}
