import type { Provider } from '@nestjs/common';
import { ActivityResolver } from './activity.resolver.js';
import { AliasResolver, PersonAliasResolver } from './alias.resolver.js';
import { AutomationResolver, CandidateResolver } from './automation.resolver.js';
import { BudgetResolver } from './budget.resolver.js';
import { QuickLogResolver, TimerResolver } from './capture.resolver.js';
import { DraftResolver } from './draft.resolver.js';
import { FreedCapacityResolver } from './freed.resolver.js';
import { GithubResolver } from './github.resolver.js';
import { GivenBackResolver } from './given-back.resolver.js';
import { ImportResolver } from './import.resolver.js';
import { IncidentEventsLoader, IncidentLoader, StalePolicyLoader } from './incident.loader.js';
import {
  IncidentEventResolver,
  IncidentResolver,
  IncidentResponseResolver,
  IncidentReviewResolver,
} from './incident.resolver.js';
import { IncidentGuardResolver } from './incident-guard.resolver.js';
import { IncidentLiveResolver } from './incident-live.resolver.js';
import { ScorecardResolver } from './scorecard.resolver.js';
import { WebhookResolver } from './webhook.resolver.js';

/** Resolvers and loaders of incidents, budgets and automation. */
export const toilOpsResolvers: Provider[] = [
  ActivityResolver,
  AliasResolver,
  AutomationResolver,
  BudgetResolver,
  CandidateResolver,
  DraftResolver,
  FreedCapacityResolver,
  GithubResolver,
  GivenBackResolver,
  ImportResolver,
  IncidentEventResolver,
  IncidentEventsLoader,
  IncidentGuardResolver,
  IncidentLiveResolver,
  IncidentLoader,
  IncidentResolver,
  IncidentResponseResolver,
  IncidentReviewResolver,
  PersonAliasResolver,
  QuickLogResolver,
  ScorecardResolver,
  StalePolicyLoader,
  TimerResolver,
  WebhookResolver,
];
