import { Args, Int, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { type Caller, decimal, Mailer, Transactions } from '#platform';
import {
  Directory,
  maySee,
  type SurveyAnswer,
  type SurveyCampaign,
  SurveyCampaigns,
  type SurveyForm,
  type SurveyReport,
  SurveyReports,
  type SurveySchedule,
  SurveySchedules,
} from '#toil';
import { Allow } from '../graphql/allow.js';
import { answer } from '../graphql/answer.js';
import { forbidden } from '../graphql/api-error.js';
import { PageArgs } from '../graphql/connection.js';
import { CurrentCaller } from '../graphql/current-caller.js';
import { Loaders } from '../graphql/loaders.js';
import {
  StartSurveyInput,
  StopSurveyInput,
  SurveyCampaignConnection,
  SurveyCampaignType,
  SurveyFormType,
  SurveyRate,
  SurveySchedulePayload,
  SurveyScheduleType,
} from './campaign.type.js';
import { ServiceType } from './service.type.js';
import { SurveyReportType } from './survey.resolver.js';

const servicesOf = ({ serviceIds }: { serviceIds: string[] | null }, loaders: Loaders) =>
  serviceIds && loaders.service.loadMany(serviceIds);

const PARTS = [
  'toilPercent',
  'engineeringPercent',
  'overheadPercent',
  'otherPercent',
  'timeOffDays',
] as const;

// The database keeps four decimals; people typed fewer.
function shown(answer: SurveyAnswer | null): SurveyAnswer | null {
  if (answer === null) return null;
  const parts = PARTS.map((part) => [part, answer[part] === null ? null : decimal(answer[part])]);
  return { ...answer, ...Object.fromEntries(parts) };
}

/** When people are asked. */
@Resolver(() => SurveyScheduleType)
export class SurveyScheduleResolver {
  constructor(
    private readonly transactions: Transactions,
    private readonly schedules: SurveySchedules,
  ) {}

  @Query(() => [SurveyScheduleType], { description: 'Running ones first, newest first.' })
  surveySchedules(): Promise<SurveySchedule[]> {
    return this.schedules.list(this.transactions.read);
  }

  @Mutation(() => SurveySchedulePayload, {
    description: 'Each campaign asks about the last week that is over.',
  })
  @Allow('LEAD')
  startSurvey(@Args('input') input: StartSurveyInput, @CurrentCaller() caller: Caller) {
    return answer('schedule', () => this.transactions.run((tx) => this.schedules.start(tx, caller, input)));
  }

  @Mutation(() => SurveySchedulePayload, { description: 'What is open stays open until it closes.' })
  @Allow('LEAD')
  stopSurvey(@Args('input') { id }: StopSurveyInput, @CurrentCaller() caller: Caller) {
    return answer('schedule', () => this.transactions.run((tx) => this.schedules.stop(tx, caller, id)));
  }

  @ResolveField(() => [ServiceType], {
    nullable: true,
    description: 'null: everybody with capacity is asked.',
  })
  services(@Parent() schedule: SurveySchedule, @Loaders() loaders: Loaders) {
    return servicesOf(schedule, loaders);
  }
}

/** Campaigns with their rates; who answered is nobody's to see. */
@Resolver(() => SurveyCampaignType)
export class SurveyCampaignResolver {
  constructor(
    private readonly transactions: Transactions,
    private readonly campaigns: SurveyCampaigns,
    private readonly reports: SurveyReports,
    private readonly mailer: Mailer,
  ) {}

  @Query(() => SurveyCampaignConnection, { description: 'newest first' })
  surveyCampaigns(@Args() page: PageArgs) {
    return this.campaigns.page(this.transactions.read, page);
  }

  @ResolveField(() => Int, {
    nullable: true,
    description:
      'How many who had not answered were reminded by mail, by the account that is linked to them; null: there is no mail server (UNTOIL_SMTP_URL), and people see the survey in their own list only.',
  })
  mailed(@Parent() { mailed }: SurveyCampaign): number | null {
    return this.mailer.isConfigured ? mailed : null;
  }

  @ResolveField(() => Boolean)
  open(@Parent() campaign: SurveyCampaign): boolean {
    return this.campaigns.isOpen(campaign);
  }

  @ResolveField(() => [ServiceType], {
    nullable: true,
    description: 'null: everybody with capacity is asked.',
  })
  services(@Parent() campaign: SurveyCampaign, @Loaders() loaders: Loaders) {
    return servicesOf(campaign, loaders);
  }

  @ResolveField(() => SurveyRate, { description: 'How many, never who.' })
  rate(@Parent() campaign: SurveyCampaign): Promise<SurveyRate> {
    return this.campaigns.rate(this.transactions.read, campaign);
  }

  @ResolveField(() => SurveyReportType)
  async report(
    @Parent() { weekStarting, serviceIds }: SurveyCampaign,
    @Loaders() loaders: Loaders,
  ): Promise<SurveyReport> {
    const services = serviceIds && (await loaders.service.loadMany(serviceIds));
    const keys = services?.flatMap((service) => (service && 'key' in service ? [service.key] : [])) ?? null;
    return this.reports.ofWeek(this.transactions.read, weekStarting, keys);
  }
}

/** What a person is asked. */
@Resolver(() => SurveyFormType)
export class SurveyFormResolver {
  constructor(
    private readonly transactions: Transactions,
    private readonly campaigns: SurveyCampaigns,
    private readonly directory: Directory,
  ) {}

  @Query(() => [SurveyFormType], {
    description:
      'The open surveys that ask a person, soonest to close first; answer with submitSurveyResponse.',
  })
  async surveyForms(@Args('person') key: string, @CurrentCaller() caller: Caller): Promise<SurveyForm[]> {
    const person = await this.directory.person(this.transactions.read, key, ['person']);
    if (!maySee(caller, person)) throw forbidden('to be this person, or their lead');
    const forms = await this.campaigns.forms(this.transactions.read, person.id);
    // Answers are the person's alone: neither a lead nor an admin reads them, or learns whether there is one.
    if (caller.personId === person.id)
      return forms.map((form) => ({ ...form, answer: shown(form.answer), previous: shown(form.previous) }));
    return forms.map(({ campaign }) => ({ campaign, answer: null, previous: null }));
  }
}
