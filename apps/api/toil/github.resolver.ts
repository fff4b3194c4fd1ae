import { Args, Field, InputType, Int, Mutation, ObjectType, Query, Resolver } from '@nestjs/graphql';
import { type Caller, Transactions } from '#platform';
import { GithubRepositories, type GithubRepository } from '#toil';
import { Allow } from '../graphql/allow.js';
import { accepted } from '../graphql/answer.js';
import { CurrentCaller } from '../graphql/current-caller.js';
import { AcceptedPayload } from '../graphql/payload.type.js';

@ObjectType('GithubRepository', {
  description: 'A repository that is looked through for what no webhook told.',
})
export class GithubRepositoryType {
  @Field({ description: 'owner/name, in lower case' })
  fullName: string;

  @Field(() => String, { nullable: true, description: "The number in the webhook's address." })
  hookId: string | null;

  @Field(() => Date, { nullable: true })
  seenUntil: Date | null;
}

@InputType()
export class WatchGithubRepositoryInput {
  @Field({ description: 'owner/name' })
  repository: string;

  @Field(() => Int, {
    nullable: true,
    description: "The number in the webhook's address: lost deliveries are found by it.",
  })
  hookId?: number | null;
}

@InputType()
export class ForgetGithubRepositoryInput {
  @Field()
  repository: string;
}

/** Repositories whose issues are compared with our incidents. */
@Resolver(() => GithubRepositoryType)
export class GithubResolver {
  constructor(
    private readonly transactions: Transactions,
    private readonly repositories: GithubRepositories,
  ) {}

  @Query(() => [GithubRepositoryType])
  githubRepositories(): Promise<GithubRepository[]> {
    return this.repositories.list(this.transactions.read);
  }

  @Mutation(() => AcceptedPayload, {
    description: 'Looks through it at once, and every ten minutes from then on.',
  })
  @Allow('ADMIN')
  watchGithubRepository(@Args('input') input: WatchGithubRepositoryInput, @CurrentCaller() caller: Caller) {
    const { repository, hookId = null } = input;
    return accepted(() =>
      this.transactions.run((tx) => this.repositories.watch(tx, caller, repository, hookId)),
    );
  }

  @Mutation(() => AcceptedPayload)
  @Allow('ADMIN')
  forgetGithubRepository(
    @Args('input') { repository }: ForgetGithubRepositoryInput,
    @CurrentCaller() caller: Caller,
  ) {
    return accepted(() => this.transactions.run((tx) => this.repositories.forget(tx, caller, repository)));
  }
}
