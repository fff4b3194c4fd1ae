import { Inject, Injectable } from '@nestjs/common';
import { Octokit } from '@octokit/rest';
import { CONFIG, type Config, ObjectStore } from '#platform';
import type { ModelFile } from '../model/model-version.entity.js';

/** What becomes visible on GitHub. */
export interface Release {
  /** owner/name */
  repository: string;
  tag: string;
  /** Name of the GitHub environment that the deployment belongs to. */
  environment: string;
  name: string;
  body: string;
  files: readonly ModelFile[];
}

/** Writes releases and deployments through GitHub's REST API; publishing twice changes nothing. */
@Injectable()
export class GithubReleases {
  constructor(
    @Inject(CONFIG) private readonly config: Config,
    private readonly store: ObjectStore,
  ) {}

  async publish(release: Release): Promise<void> {
    const [owner = '', repo = ''] = release.repository.split('/');
    const octokit = new Octokit({
      auth: this.config.githubToken,
      baseUrl: this.config.githubApiUrl,
      userAgent: 'untoil',
      log: { debug: quiet, info: quiet, warn: quiet, error: quiet },
    });
    await this.withFiles(octokit, owner, repo, release);
    await deploy(octokit, owner, repo, release);
  }

  private async withFiles(octokit: Octokit, owner: string, repo: string, release: Release): Promise<void> {
    const { data } = await released(octokit, owner, repo, release);
    const there = new Set(data.assets.map((asset) => asset.name));
    for (const { name, sha256 } of release.files) {
      if (there.has(name)) continue;
      await octokit.request({
        method: 'POST',
        // The server says where uploads go: another host on github.com, its own on GitHub Enterprise.
        url: `${data.upload_url.replace(/\{.*\}$/, '')}?name=${encodeURIComponent(name)}`,
        headers: { 'content-type': 'application/octet-stream' },
        data: await this.store.get(sha256),
      });
    }
  }
}

const quiet = (): void => undefined;

async function released(octokit: Octokit, owner: string, repo: string, { tag, name, body }: Release) {
  try {
    return await octokit.rest.repos.getReleaseByTag({ owner, repo, tag });
  } catch (error) {
    if ((error as { status?: number }).status !== 404) throw error;
    return octokit.rest.repos.createRelease({ owner, repo, tag_name: tag, name, body });
  }
}

async function deploy(
  octokit: Octokit,
  owner: string,
  repo: string,
  { tag, environment, name }: Release,
): Promise<void> {
  const { data: known } = await octokit.rest.repos.listDeployments({ owner, repo, ref: tag, environment });
  if (known.length > 0) return;
  const { data } = await octokit.rest.repos.createDeployment({
    owner,
    repo,
    ref: tag,
    environment,
    description: name.slice(0, 140),
    auto_merge: false,
    required_contexts: [],
  });
  if (!('id' in data)) throw new Error('GitHub did not make a deployment');
  const status = (state: 'in_progress' | 'success') =>
    octokit.rest.repos.createDeploymentStatus({ owner, repo, deployment_id: data.id, state, environment });
  await status('in_progress');
  await status('success');
}
