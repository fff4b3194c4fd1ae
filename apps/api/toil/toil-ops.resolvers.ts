import type { Provider } from '@nestjs/common';
import { AutomationResolver, CandidateResolver } from './automation.resolver.js';
import { BudgetResolver } from './budget.resolver.js';
import { IncidentEventsLoader, IncidentLoader } from './incident.loader.js';
import { IncidentEventResolver, IncidentResolver, IncidentReviewResolver } from './incident.resolver.js';

/** Resolvers and loaders of incidents, budgets and automation. */
export const toilOpsResolvers: Provider[] = [
  AutomationResolver,
  BudgetResolver,
  CandidateResolver,
  IncidentEventResolver,
  IncidentEventsLoader,
  IncidentLoader,
  IncidentResolver,
  IncidentReviewResolver,
];
