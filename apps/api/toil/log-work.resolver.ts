import { Args, Mutation, Resolver } from '@nestjs/graphql';
import { type Caller, Transactions } from '#platform';
import { BulkWork, LogWork, type WorkEntry } from '#toil';
import { answer, answerWith, userErrorsOf } from '../graphql/answer.js';
import { CurrentCaller } from '../graphql/current-caller.js';
import { BulkLogWorkInput, LogWorkInput } from './work.input.js';
import { BulkWorkPayload, WorkEntryPayload } from './work.type.js';

/** Work that is told for the first time. */
@Resolver()
export class LogWorkResolver {
  constructor(
    private readonly work: LogWork,
    private readonly bulk: BulkWork,
    private readonly transactions: Transactions,
  ) {}

  @Mutation(() => WorkEntryPayload)
  logWork(@Args('input') input: LogWorkInput, @CurrentCaller() caller: Caller) {
    return answer('entry', () => this.work.log(caller, input));
  }

  @Mutation(() => BulkWorkPayload, {
    description: 'Logs many rows; good ones are kept, bad ones come back with reasons.',
  })
  bulkLogWork(@Args('input') input: BulkLogWorkInput, @CurrentCaller() caller: Caller) {
    return answerWith({ entries: [] as WorkEntry[], refused: [] as object[] }, async () => {
      const { entries, refused } = await this.transactions.run((tx) =>
        this.bulk.log(tx, caller, input.entries),
      );
      return {
        entries,
        refused: refused.map(({ index, error }) => ({ index, userErrors: userErrorsOf(error) })),
      };
    });
  }
}
