import { Injectable } from '@nestjs/common';
import { In, Not } from 'typeorm';
import { Clock, Transactions } from '#platform';
import { Incident } from '../incident/incident.entity.js';
import { GithubDelivery, GithubIssueLink, GithubRepository } from './github.entity.js';
import { GithubClient, type RememberedDelivery } from './github-client.js';
import { type GithubIssue, githubIssue, instantOf } from './github-event.rules.js';
import { GITHUB_SOURCE, IssueIntake } from './issue-intake.js';
import { ReceiveDelivery } from './receive-delivery.service.js';

/** What a look through a repository found that no delivery had told. */
export interface Reconciled {
  missedDeliveries: number;
  correctedIssues: number;
  deletedIssues: number;
}

const REMEMBERED_DAYS = 3;
const DAY = 86_400_000;
/** Looks this far behind the last look again, because clocks and indexes lag. */
const OVERLAP = 5 * 60_000;

/** Finds what webhooks did not tell: deliveries that got lost, states that differ, issues that are gone. */
@Injectable()
export class ReconcileRepository {
  constructor(
    private readonly transactions: Transactions,
    private readonly github: GithubClient,
    private readonly deliveries: ReceiveDelivery,
    private readonly issues: IssueIntake,
    private readonly clock: Clock,
  ) {}

  async reconcile(repository: GithubRepository): Promise<Reconciled> {
    const begun = this.clock.now();
    const [owner = '', repo = ''] = repository.fullName.split('/');
    const found = {
      missedDeliveries: repository.hookId ? await this.missed(owner, repo, Number(repository.hookId)) : 0,
      correctedIssues: await this.corrected(repository, owner, repo),
      deletedIssues: await this.deleted(repository.fullName, owner, repo),
    };
    const seenUntil = new Date(begun.getTime() - OVERLAP);
    await this.transactions.read.update(GithubRepository, { fullName: repository.fullName }, { seenUntil });
    return found;
  }

  private async missed(owner: string, repo: string, hookId: number): Promise<number> {
    const lost: RememberedDelivery[] = [];
    const since = new Date(this.clock.now().getTime() - REMEMBERED_DAYS * DAY);
    for await (const delivery of this.github.deliveries(owner, repo, hookId, since)) {
      const known = await this.transactions.read.existsBy(GithubDelivery, { id: delivery.guid });
      if (!known && !lost.some((one) => one.guid === delivery.guid)) lost.push(delivery);
    }
    // Oldest first, as they happened.
    for (const { id, guid, event } of lost.reverse()) {
      const payload = await this.github.payload(owner, repo, hookId, id);
      await this.deliveries.receive({ id: guid, event, payload });
    }
    return lost.length;
  }

  private async corrected(repository: GithubRepository, owner: string, repo: string): Promise<number> {
    let corrected = 0;
    for await (const raw of this.github.issues(owner, repo, repository.seenUntil)) {
      const read = githubIssue.safeParse(raw);
      if (!read.success || read.data.pull_request) continue;
      if (await this.align(read.data, repository.fullName, repo)) corrected++;
    }
    return corrected;
  }

  private align(issue: GithubIssue, fullName: string, name: string): Promise<boolean> {
    return this.transactions.run(async (tx) => {
      const known = await tx.existsBy(GithubIssueLink, { issueId: String(issue.id) });
      const link = await this.issues.ensureOpened(tx, issue, { full_name: fullName, name });
      if (typeof link === 'string') return false;
      const incident = await tx.findOneBy(Incident, { source: GITHUB_SOURCE, externalId: link.externalId });
      const change = incident && this.difference(issue, incident);
      if (!change) return !known;
      await this.issues.apply(
        tx,
        link,
        change,
        `reconcile ${link.issueId} ${change.type} ${change.at.toISOString()}`,
      );
      return true;
    });
  }

  private difference(issue: GithubIssue, { status }: Incident) {
    const updated = instantOf(issue.updated_at, this.clock.now());
    const login = issue.assignees?.[0]?.login ?? null;
    if (issue.state === 'closed' && status !== 'RESOLVED') {
      return { type: 'RESOLVED' as const, at: instantOf(issue.closed_at, updated), login: null };
    }
    if (issue.state === 'open' && status === 'RESOLVED')
      return { type: 'REOPENED' as const, at: updated, login };
    if (issue.state === 'open' && status === 'OPEN' && login)
      return { type: 'ACKNOWLEDGED' as const, at: updated, login };
    return null;
  }

  private async deleted(fullName: string, owner: string, repo: string): Promise<number> {
    let deleted = 0;
    for (const link of await this.openLinks(fullName)) {
      if (await this.github.issue(owner, repo, link.number)) continue;
      const change = { type: 'RESOLVED' as const, at: this.clock.now(), login: null };
      await this.transactions.run((tx) =>
        this.issues.apply(tx, link, change, `reconcile ${link.issueId} deleted`),
      );
      deleted++;
    }
    return deleted;
  }

  private async openLinks(repository: string): Promise<GithubIssueLink[]> {
    const tx = this.transactions.read;
    const links = await tx.findBy(GithubIssueLink, { repository });
    const open = await tx.find(Incident, {
      select: { externalId: true },
      where: {
        source: GITHUB_SOURCE,
        status: Not('RESOLVED'),
        externalId: In(links.map((link) => link.externalId)),
      },
    });
    return links.filter((link) => open.some(({ externalId }) => externalId === link.externalId));
  }
}
