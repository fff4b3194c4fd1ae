import { Args, Field, InputType, Int, Mutation, ObjectType, Query, Resolver } from '@nestjs/graphql';
import { type Caller, Transactions } from '#platform';
import { Directory, maySee, SnippetLog, type UnderstoodLine, WriteWeeklyReport } from '#toil';
import { answer } from '../graphql/answer.js';
import { forbidden } from '../graphql/api-error.js';
import { CurrentCaller } from '../graphql/current-caller.js';
import { Payload } from '../graphql/payload.type.js';
import { DateScalar, SecondsScalar } from '../graphql/scalars.js';

@ObjectType({
  description: 'One line of a weekly report as it was understood; with a fault it counts for nothing.',
})
export class SnippetLineType {
  @Field(() => Int, { description: 'Of the text, 1-based, blank lines counted.' })
  position: number;

  @Field()
  text: string;

  @Field(() => String, { nullable: true })
  service: string | null;

  @Field(() => String, { nullable: true })
  taskType: string | null;

  @Field(() => SecondsScalar, { nullable: true })
  durationSeconds: number | null;

  @Field({ description: 'It lifts the toil of its service; engineering and overhead do not.' })
  isToil: boolean;

  @Field(() => [String])
  faults: string[];
}

@InputType({
  description:
    'A weekly report, a line for each piece of work: 45m checkout restarted pods #deploy. Another text for the same week takes the place of this one.',
})
export class SubmitWeeklyReportInput {
  @Field()
  person: string;

  @Field(() => DateScalar)
  weekStarting: string;

  @Field()
  text: string;

  @Field(() => String, {
    nullable: true,
    description: 'How long writing it took: logged as overhead on the day, never as toil.',
  })
  writingDuration?: string | null;
}

@ObjectType()
export class WeeklyReportPayload extends Payload {
  @Field(() => [SnippetLineType], { nullable: true })
  lines: UnderstoodLine[] | null;
}

/** Weekly reports in people's own words. */
@Resolver()
export class SnippetLinesResolver {
  constructor(
    private readonly transactions: Transactions,
    private readonly snippets: SnippetLog,
    private readonly directory: Directory,
    private readonly writing: WriteWeeklyReport,
  ) {}

  @Query(() => [SnippetLineType], {
    description: 'How a weekly report would be understood; nothing is written.',
  })
  weeklyReportPreview(
    @Args('person') person: string,
    @Args('weekStarting', { type: () => DateScalar }) weekStarting: string,
    @Args('text') text: string,
  ): Promise<UnderstoodLine[]> {
    return this.snippets.preview(this.transactions.read, { person, weekStarting, text });
  }

  @Query(() => [SnippetLineType], { description: 'The lines that hold for the week, understood or not.' })
  async weeklyReport(
    @Args('person') key: string,
    @Args('weekStarting', { type: () => DateScalar }) weekStarting: string,
    @CurrentCaller() caller: Caller,
  ): Promise<UnderstoodLine[]> {
    const { read } = this.transactions;
    const person = await this.directory.person(read, key, ['person']);
    if (!maySee(caller, person)) throw forbidden('to be this person, or their lead');
    return this.snippets.kept(read, person, weekStarting);
  }

  @Mutation(() => WeeklyReportPayload, {
    description:
      'Keeps every line; those that were not understood say why in `faults` and count for nothing.',
  })
  submitWeeklyReport(@Args('input') input: SubmitWeeklyReportInput, @CurrentCaller() caller: Caller) {
    return answer('lines', () => this.transactions.run((tx) => this.writing.write(tx, caller, input)));
  }
}
