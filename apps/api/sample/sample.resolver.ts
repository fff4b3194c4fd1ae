import { Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import type { Caller } from '#platform';
import { Allow } from '../graphql/allow.js';
import { answer } from '../graphql/answer.js';
import { CurrentCaller } from '../graphql/current-caller.js';
import { SampleDataPayload, SampleDataType, SampleFarewellType } from './sample.type.js';
import { SampleDesk } from './sample-desk.js';

/** Sample data: loaded on request, taken away to the last row. */
@Resolver(() => SampleDataType)
export class SampleResolver {
  constructor(private readonly desk: SampleDesk) {}

  @Query(() => SampleDataType, { name: 'sampleData' })
  sampleData() {
    return this.desk.state();
  }

  @ResolveField(() => SampleFarewellType, { nullable: true })
  @Allow('ADMIN')
  farewell(@Parent() _: SampleDataType) {
    return this.desk.farewell();
  }

  @Mutation(() => SampleDataPayload, {
    description:
      'Writes a sample organisation in the background, and starts a training. Refused where there are services, work or datasets already.',
  })
  @Allow('ADMIN')
  loadSampleData(@CurrentCaller() caller: Caller) {
    return answer('sampleData', async () => {
      await this.desk.load(caller);
      return this.desk.state();
    });
  }

  @Mutation(() => SampleDataPayload, {
    description:
      'Takes all sample data away, in the background, also while it is still loading. What people made stays, with what it refers to.',
  })
  @Allow('ADMIN')
  removeSampleData(@CurrentCaller() caller: Caller) {
    return answer('sampleData', async () => {
      await this.desk.remove(caller);
      return this.desk.state();
    });
  }
}
