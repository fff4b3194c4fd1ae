import { Inject, Injectable } from '@nestjs/common';
import {
  CONFIG,
  type Config,
  done,
  type Handles,
  JobHandler,
  type JobOutcome,
  type PayloadOf,
  skipped,
  Transactions,
} from '#platform';
import { ModelRepository } from '../model/model.repository.js';
import { ModelSeal } from '../model/model-seal.js';
import { PipelineRepository } from '../pipeline/pipeline.repository.js';
import { modelReleased } from './deployment.jobs.js';
import { GithubReleases } from './github-releases.js';
import { releaseText } from './release-text.rules.js';

/** Makes a version that went live visible on GitHub: a release with its files, and a deployment of its tag. */
@Injectable()
@JobHandler(modelReleased)
export class GithubReleaseHandler implements Handles<typeof modelReleased> {
  @Inject(CONFIG) private readonly config: Config;

  constructor(
    private readonly transactions: Transactions,
    private readonly models: ModelRepository,
    private readonly pipelines: PipelineRepository,
    private readonly releases: GithubReleases,
    private readonly seal: ModelSeal,
  ) {}

  async handle({ modelVersionId }: PayloadOf<typeof modelReleased>): Promise<JobOutcome> {
    const { read } = this.transactions;
    const version = await this.models.byId(read, modelVersionId);
    if (!version) return skipped('the version is gone');
    const pipeline = await this.pipelines.byId(read, version.pipelineId);
    const repository = pipeline.deployment.githubRepository;
    if (!repository) return skipped('the pipeline names no repository');
    if (!this.config.githubToken) return skipped('UNTOIL_GITHUB_TOKEN is not set');
    const decision = await this.models.decision(read, version.id);
    this.seal.check(version);
    const tag = `${pipeline.key}-v${version.number}`;
    const text = releaseText(pipeline.key, version, decision);
    await this.releases.publish({
      repository,
      tag,
      environment: pipeline.key,
      ...text,
      files: version.files,
    });
    return done();
  }
}
