import { Args, Field, InputType, Int, Mutation, ObjectType, Query, Resolver } from '@nestjs/graphql';
import { type Caller, Transactions } from '#platform';
import { type HolidayCalendar, HolidayCalendars, type HolidayImport } from '#toil';
import { Allow } from '../graphql/allow.js';
import { answer, answerWith } from '../graphql/answer.js';
import { CurrentCaller } from '../graphql/current-caller.js';
import { Payload } from '../graphql/payload.type.js';
import { DateScalar } from '../graphql/scalars.js';

@InputType({
  description:
    'text: an iCalendar file. people: keys; zones: everybody who lives there; neither = everybody. The range is this year and the next two unless said otherwise, `to` exclusive.',
})
export class ImportHolidaysInput {
  @Field({ description: 'What the calendar is called, for example South Korea.' })
  calendar: string;

  @Field()
  text: string;

  @Field(() => [String], { nullable: true })
  people?: string[] | null;

  @Field(() => [String], { nullable: true })
  zones?: string[] | null;

  @Field(() => DateScalar, { nullable: true })
  from?: string | null;

  @Field(() => DateScalar, { nullable: true })
  to?: string | null;

  @Field(() => Boolean, { defaultValue: false, description: 'Says what the file holds and changes nothing.' })
  dryRun: boolean;
}

@InputType({ description: 'from left out = all of its days.' })
export class RemoveHolidaysInput {
  @Field()
  calendar: string;

  @Field(() => DateScalar, { nullable: true })
  from?: string | null;
}

@ObjectType('CalendarDay', { description: 'A day of a calendar file, `to` exclusive.' })
export class CalendarDayType {
  @Field()
  name: string;

  @Field(() => DateScalar)
  from: string;

  @Field(() => DateScalar)
  to: string;

  @Field(() => Int, { description: 'Line of the file on which its event begins.' })
  line: number;

  @Field({ description: 'It is a holiday of the same people already.' })
  known: boolean;
}

@ObjectType('CalendarFault', { description: 'What was left out of a calendar file, and why.' })
export class CalendarFaultType {
  @Field(() => Int)
  line: number;

  @Field()
  message: string;
}

@ObjectType()
export class ImportHolidaysPayload extends Payload {
  @Field(() => [CalendarDayType])
  days: CalendarDayType[];

  @Field(() => [CalendarFaultType])
  faults: CalendarFaultType[];

  @Field(() => Int, { description: 'How many days were new.' })
  added: number;
}

@ObjectType()
export class RemoveHolidaysPayload extends Payload {
  @Field(() => Int, { nullable: true })
  removed: number | null;
}

@ObjectType('HolidayCalendar', { description: 'A calendar that holidays came from.' })
export class HolidayCalendarType {
  @Field()
  calendar: string;

  @Field(() => Int)
  days: number;

  @Field(() => DateScalar)
  from: string;

  @Field(() => DateScalar, { description: 'Its last day.' })
  to: string;

  @Field(() => Int, { nullable: true, description: 'How many people it holds for; null: everybody.' })
  people: number | null;
}

/** Public holidays out of calendar files. */
@Resolver()
export class HolidayResolver {
  constructor(
    private readonly calendars: HolidayCalendars,
    private readonly transactions: Transactions,
  ) {}

  @Query(() => [HolidayCalendarType])
  holidayCalendars(): Promise<HolidayCalendar[]> {
    return this.calendars.list(this.transactions.read);
  }

  @Mutation(() => ImportHolidaysPayload, { description: 'The same file again adds nothing.' })
  @Allow('LEAD')
  importHolidays(@Args('input') input: ImportHolidaysInput, @CurrentCaller() caller: Caller) {
    const refused: HolidayImport = { days: [], faults: [], added: 0 };
    return answerWith(refused, () =>
      input.dryRun
        ? this.calendars.preview(this.transactions.read, input)
        : this.transactions.run((tx) => this.calendars.import(tx, caller, input)),
    );
  }

  @Mutation(() => RemoveHolidaysPayload)
  @Allow('LEAD')
  removeHolidays(@Args('input') { calendar, from }: RemoveHolidaysInput, @CurrentCaller() caller: Caller) {
    return answer('removed', () =>
      this.transactions.run((tx) => this.calendars.remove(tx, caller, calendar, from)),
    );
  }
}
