import type { Provider } from '@nestjs/common';
import { SurveyCampaignResolver, SurveyFormResolver, SurveyScheduleResolver } from './campaign.resolver.js';
import { CapacityResolver } from './capacity.resolver.js';
import { PersonLoader, ServiceLoader, TaskTypeLoader, WorkEntryLoader } from './directory.loader.js';
import { HolidayResolver } from './holiday.resolver.js';
import { LogWorkResolver } from './log-work.resolver.js';
import { MergeResolver } from './merge.resolver.js';
import { OrganizationResolver } from './organization.resolver.js';
import { PersonResolver } from './person.resolver.js';
import { ReclassifyResolver } from './reclassify.resolver.js';
import {
  MetricValueResolver,
  PersonToilResolver,
  ServiceToilResolver,
  ToilReportResolver,
} from './report.resolver.js';
import { ServiceResolver } from './service.resolver.js';
import { SnippetLinesResolver } from './snippet.resolver.js';
import { SurveyResolver } from './survey.resolver.js';
import { TaskTypeResolver } from './task-type.resolver.js';
import { WorkEntryResolver, WorkResolver } from './work.resolver.js';

/** Resolvers and loaders of organisation, people, capacity, work and reports. */
export const toilCoreResolvers: Provider[] = [
  CapacityResolver,
  LogWorkResolver,
  HolidayResolver,
  MergeResolver,
  MetricValueResolver,
  OrganizationResolver,
  PersonLoader,
  PersonResolver,
  PersonToilResolver,
  ReclassifyResolver,
  ServiceLoader,
  ServiceResolver,
  ServiceToilResolver,
  SnippetLinesResolver,
  SurveyCampaignResolver,
  SurveyFormResolver,
  SurveyResolver,
  SurveyScheduleResolver,
  TaskTypeLoader,
  TaskTypeResolver,
  ToilReportResolver,
  WorkEntryLoader,
  WorkEntryResolver,
  WorkResolver,
];
