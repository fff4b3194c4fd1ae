import { Activity } from './activity/activity.entity.js';
import { PersonAlias, ServiceAlias } from './alias/alias.entity.js';
import { Automation } from './automation/automation.entity.js';
import { SavedCandidate } from './automation/candidate.entity.js';
import { ReinvestmentDestination } from './automation/destination.entity.js';
import { LedgerRow } from './automation/ledger-row.entity.js';
import { ToilBudget } from './budget/budget.entity.js';
import { Allocation } from './capacity/allocation.entity.js';
import { TimeOff } from './capacity/time-off.entity.js';
import { WorkDraft } from './capture/draft.entity.js';
import { AutoStoppedTimer, RunningTimer } from './capture/timer.entity.js';
import {
  GithubDelivery,
  GithubDeployment,
  GithubIssueLink,
  GithubRepository,
} from './github/github.entity.js';
import { Incident } from './incident/incident.entity.js';
import { IncidentEvent } from './incident/incident-event.entity.js';
import { IncidentTimeRow } from './incident/incident-time.entity.js';
import { QuarantinedIncidentEvent } from './incident/quarantine.entity.js';
import { WeekLock } from './lock/week-lock.entity.js';
import { Organization } from './organization/organization.entity.js';
import { Person } from './person/person.entity.js';
import { PersonZone } from './person/person-zone.entity.js';
import { PersonWeek } from './rollup/person-week.entity.js';
import { RollupState } from './rollup/rollup-state.entity.js';
import { ServiceDay } from './rollup/service-day.entity.js';
import { ServiceWeek } from './rollup/service-week.entity.js';
import { StaleWeek } from './rollup/stale-week.entity.js';
import { Service } from './service/service.entity.js';
import { ServiceSize } from './service/service-size.entity.js';
import { Snippet } from './survey/snippet.entity.js';
import { SnippetLine } from './survey/snippet-line.entity.js';
import { SurveyAnswer } from './survey/survey-answer.entity.js';
import { SurveyCampaign } from './survey/survey-campaign.entity.js';
import { SurveyReminder } from './survey/survey-reminder.entity.js';
import { SurveySchedule } from './survey/survey-schedule.entity.js';
import { WebhookSecret } from './webhook/webhook-secret.entity.js';
import { PastWorkEntry } from './work/past-work-entry.entity.js';
import { TaskType } from './work/task-type.entity.js';
import { WorkAmendment } from './work/work-amendment.entity.js';
import { WorkEntry } from './work/work-entry.entity.js';
import { WorkOrigin } from './work/work-origin.entity.js';
/** Every table of the toil domain. */
export const toilEntities = [
  Activity,
  SnippetLine,
  SurveyCampaign,
  SurveyReminder,
  SurveySchedule,
  Allocation,
  TimeOff,
  WeekLock,
  Organization,
  Person,
  PersonZone,
  PersonWeek,
  RollupState,
  ServiceDay,
  ServiceWeek,
  StaleWeek,
  WebhookSecret,
  Service,
  ServiceSize,
  Snippet,
  SurveyAnswer,
  PastWorkEntry,
  TaskType,
  WorkAmendment,
  WorkEntry,
  WorkOrigin,
  Incident,
  IncidentEvent,
  IncidentTimeRow,
  Automation,
  LedgerRow,
  SavedCandidate,
  ToilBudget,
  ReinvestmentDestination,
  ServiceAlias,
  PersonAlias,
  GithubDelivery,
  GithubDeployment,
  GithubRepository,
  GithubIssueLink,
  WorkDraft,
  RunningTimer,
  AutoStoppedTimer,
  QuarantinedIncidentEvent,
] as (new () => object)[];
