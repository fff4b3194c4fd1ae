import { Injectable } from '@nestjs/common';
import { AuditTrail, type Caller, Jobs, Refusal, type Tx } from '#platform';
import { GithubRepository } from './github.entity.js';
import { reconcileRepository } from './github.jobs.js';

const FULL_NAME = /^[a-z0-9._-]{1,100}\/[a-z0-9._-]{1,100}$/;

/** The repositories that are looked through for what no webhook told. */
@Injectable()
export class GithubRepositories {
  constructor(
    private readonly audit: AuditTrail,
    private readonly jobs: Jobs,
  ) {}

  list(tx: Tx): Promise<GithubRepository[]> {
    return tx.find(GithubRepository, { order: { fullName: 'ASC' } });
  }

  /** Watches a repository from now on, and looks through it at once; hookId is the number in the webhook's address. */
  async watch(
    tx: Tx,
    caller: Caller,
    repository: string,
    hookId: number | null,
  ): Promise<{ duplicate: boolean }> {
    const fullName = repository.trim().toLowerCase();
    if (!FULL_NAME.test(fullName)) {
      throw new Refusal('INVALID_INPUT', 'A repository is called owner/name.', ['input', 'repository']);
    }
    const before = await tx.findOneBy(GithubRepository, { fullName });
    const row = {
      fullName,
      hookId: hookId === null ? null : String(hookId),
      seenUntil: before?.seenUntil ?? null,
    };
    await tx.upsert(GithubRepository, row, ['fullName']);
    await this.jobs.enqueue(tx, reconcileRepository, { fullName });
    if (before && before.hookId === row.hookId) return { duplicate: true };
    await this.audit.record(tx, caller, 'github.watch', `github:${fullName}`, before, row);
    return { duplicate: false };
  }

  async forget(tx: Tx, caller: Caller, repository: string): Promise<{ duplicate: boolean }> {
    const fullName = repository.trim().toLowerCase();
    const before = await tx.findOneBy(GithubRepository, { fullName });
    if (!before)
      throw new Refusal('NOT_FOUND', `"${repository.slice(0, 200)}" is not watched.`, [
        'input',
        'repository',
      ]);
    await tx.delete(GithubRepository, { fullName });
    await this.audit.record(tx, caller, 'github.forget', `github:${fullName}`, before, null);
    return { duplicate: false };
  }

  /** Has every repository looked through. */
  async reconcileAll(tx: Tx): Promise<void> {
    for (const { fullName } of await this.list(tx))
      await this.jobs.enqueue(tx, reconcileRepository, { fullName });
  }
}
