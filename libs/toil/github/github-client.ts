import { Inject, Injectable } from '@nestjs/common';
import { retry } from '@octokit/plugin-retry';
import { throttling } from '@octokit/plugin-throttling';
import { Octokit } from '@octokit/rest';
import { CONFIG, type Config } from '#platform';

const PatientOctokit = Octokit.plugin(throttling, retry);

/** Longer than this a job does not wait for a limit to pass; the next one goes on from there. */
const LONGEST_WAIT_SECONDS = 120;
const TRIES = 2;

/** One webhook delivery as GitHub remembers it. */
export interface RememberedDelivery {
  id: number;
  guid: string;
  event: string;
  deliveredAt: Date;
}

/** Talks to GitHub's REST API: a few calls at a time, and as long as it says when a limit is reached. */
@Injectable()
export class GithubClient {
  readonly rest: InstanceType<typeof PatientOctokit>;

  constructor(@Inject(CONFIG) config: Config) {
    const waits = (seconds: number, _options: object, _octokit: object, tried: number) =>
      tried < TRIES && seconds <= LONGEST_WAIT_SECONDS;
    this.rest = new PatientOctokit({
      baseUrl: config.githubApiUrl.replace(/\/$/, ''),
      ...(config.githubToken ? { auth: config.githubToken } : {}),
      userAgent: 'untoil',
      throttle: { onRateLimit: waits, onSecondaryRateLimit: waits },
      // Failures are told by the job; nothing is printed.
      log: { debug: nothing, info: nothing, warn: nothing, error: nothing },
    });
  }

  /** The deliveries of a webhook since the instant, newest first; GitHub keeps three days. */
  async *deliveries(
    owner: string,
    repo: string,
    hookId: number,
    since: Date,
  ): AsyncGenerator<RememberedDelivery> {
    const pages = this.rest.paginate.iterator('GET /repos/{owner}/{repo}/hooks/{hook_id}/deliveries', {
      ...{ owner, repo, hook_id: hookId, per_page: 100 },
    });
    for await (const { data } of pages) {
      for (const { id, guid, event, delivered_at } of data) {
        const deliveredAt = new Date(delivered_at);
        if (deliveredAt < since) return;
        yield { id, guid, event, deliveredAt };
      }
    }
  }

  /** What a delivery held. */
  async payload(owner: string, repo: string, hookId: number, deliveryId: number): Promise<unknown> {
    const { data } = await this.rest.repos.getWebhookDelivery({
      owner,
      repo,
      hook_id: hookId,
      delivery_id: deliveryId,
    });
    return data.request.payload;
  }

  /** Issues (and pull requests) changed since the instant, oldest change first. */
  async *issues(owner: string, repo: string, since: Date | null): AsyncGenerator<object> {
    const pages = this.rest.paginate.iterator('GET /repos/{owner}/{repo}/issues', {
      ...{ owner, repo, state: 'all', sort: 'updated', direction: 'asc', per_page: 100 },
      ...(since ? { since: since.toISOString() } : {}),
    });
    for await (const { data } of pages) yield* data;
  }

  /** The issue as it is now, wherever it was moved to; null when it was deleted. */
  async issue(owner: string, repo: string, number: number): Promise<object | null> {
    try {
      return (await this.rest.issues.get({ owner, repo, issue_number: number })).data;
    } catch (error) {
      const { status } = error as { status?: number };
      if (status === 404 || status === 410) return null;
      throw error;
    }
  }
}

const nothing = (): void => {};
