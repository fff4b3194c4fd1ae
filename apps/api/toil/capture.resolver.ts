import { Args, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { type Caller, Transactions } from '#platform';
import {
  Directory,
  maySee,
  QuickLog,
  QuickReader,
  type ReadEntry,
  RepeatLast,
  type RunningTimer,
  Timers,
  type WorkEntry,
} from '#toil';
import { answer, answerWith } from '../graphql/answer.js';
import { forbidden } from '../graphql/api-error.js';
import { CurrentCaller } from '../graphql/current-caller.js';
import { Loaders } from '../graphql/loaders.js';
import {
  LogQuickEntryInput,
  PreviewQuickEntryArgs,
  RepeatLastInput,
  StartTimerInput,
  TimerOfInput,
} from './capture.input.js';
import { QuickEntryPreview, Timer, TimerPayload } from './capture.type.js';
import { PersonType } from './person.type.js';
import { ServiceType } from './service.type.js';
import { TaskTypeType } from './task-type.resolver.js';
import { WorkEntryPayload } from './work.type.js';

/** Work in one line, or once more. */
@Resolver()
export class QuickLogResolver {
  constructor(
    private readonly transactions: Transactions,
    private readonly reader: QuickReader,
    private readonly quick: QuickLog,
    private readonly last: RepeatLast,
  ) {}

  @Query(() => QuickEntryPreview, {
    description:
      'How the line would be understood, and what it would be refused for; writes nothing. Without a person, times and dates are those of the reporting zone.',
  })
  previewQuickEntry(@Args() asked: PreviewQuickEntryArgs): Promise<ReadEntry> {
    return this.reader.read(this.transactions.read, asked, ['person']);
  }

  @Mutation(() => WorkEntryPayload)
  logQuickEntry(@Args('input') input: LogQuickEntryInput, @CurrentCaller() caller: Caller) {
    return answer('entry', () => this.transactions.run((tx) => this.quick.write(tx, caller, input)));
  }

  @Mutation(() => WorkEntryPayload)
  repeatLast(@Args('input') input: RepeatLastInput, @CurrentCaller() caller: Caller) {
    return answer('entry', () => this.transactions.run((tx) => this.last.repeat(tx, caller, input)));
  }
}

const NOTHING: { timer: RunningTimer | null; stopped: WorkEntry | null } = { timer: null, stopped: null };

/** Timers on the server: one for each person. */
@Resolver(() => Timer)
export class TimerResolver {
  constructor(
    private readonly transactions: Transactions,
    private readonly directory: Directory,
    private readonly timers: Timers,
  ) {}

  @Query(() => Timer, { nullable: true, description: 'The running timer of a person.' })
  async timer(@Args('person') key: string, @CurrentCaller() caller: Caller): Promise<RunningTimer | null> {
    const person = await this.directory.person(this.transactions.read, key, ['person']);
    if (!maySee(caller, person)) throw forbidden('to be this person, or their lead');
    return this.timers.running(this.transactions.read, person.id);
  }

  @Mutation(() => TimerPayload, { description: 'The timer that runs is stopped and logged first.' })
  startTimer(@Args('input') input: StartTimerInput, @CurrentCaller() caller: Caller) {
    return answerWith(NOTHING, () => this.transactions.run((tx) => this.timers.start(tx, caller, input)));
  }

  @Mutation(() => TimerPayload)
  stopTimer(@Args('input') { person }: TimerOfInput, @CurrentCaller() caller: Caller) {
    const stop = () => this.transactions.run((tx) => this.timers.stop(tx, caller, person));
    return answerWith(NOTHING, async () => ({ timer: null, stopped: await stop() }));
  }

  @Mutation(() => TimerPayload, { description: 'Forgets the running timer: nothing is logged.' })
  discardTimer(@Args('input') { person }: TimerOfInput) {
    return answerWith(NOTHING, async () => {
      await this.transactions.run((tx) => this.timers.discard(tx, person));
      return NOTHING;
    });
  }

  @Mutation(() => TimerPayload, {
    description: 'A sign of life; without any the timer stops at the last one.',
  })
  heartbeatTimer(@Args('input') { person }: TimerOfInput) {
    const beat = () => this.transactions.run((tx) => this.timers.heartbeat(tx, person));
    return answerWith(NOTHING, async () => ({ timer: await beat(), stopped: null }));
  }

  @ResolveField(() => Boolean, {
    description: 'Nobody gave a sign of life for a while: ask whether they still work.',
  })
  needsAnswer(@Parent() timer: RunningTimer): boolean {
    return this.timers.needsAnswer(timer);
  }

  @ResolveField(() => PersonType)
  person(@Parent() timer: RunningTimer, @Loaders() loaders: Loaders) {
    return loaders.person.load(timer.personId);
  }

  @ResolveField(() => ServiceType, { nullable: true })
  service(@Parent() timer: RunningTimer, @Loaders() loaders: Loaders) {
    return timer.serviceId === null ? null : loaders.service.load(timer.serviceId);
  }

  @ResolveField(() => TaskTypeType, { nullable: true })
  taskType(@Parent() timer: RunningTimer, @Loaders() loaders: Loaders) {
    return timer.taskTypeId === null ? null : loaders.taskType.load(timer.taskTypeId);
  }
}
