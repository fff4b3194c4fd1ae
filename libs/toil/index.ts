export { type NewActivity, RecordActivity } from './activity/record-activity.service.js';
export { alertmanagerPayload } from './alertmanager/alertmanager.rules.js';
export { type AlertsReceived, ReceiveAlerts } from './alertmanager/receive-alerts.service.js';
export {
  PERSON_NAME_SOURCES,
  PersonAlias,
  type PersonNameSource,
  SERVICE_NAME_SOURCES,
  ServiceAlias,
  type ServiceNameSource,
} from './alias/alias.entity.js';
export { Aliases } from './alias/aliases.js';
export { Automation } from './automation/automation.entity.js';
export { Automations } from './automation/automations.js';
export { CandidateRanking } from './automation/candidate-ranking.js';
export { FreedCapacity } from './automation/freed-capacity.js';
export { GivenBack } from './automation/given-back.js';
export { GROWTH_CLASSES, type GrowthClass } from './automation/growth.rules.js';
export { CANDIDATE_FLAGS, type CandidateFlag } from './automation/payback.rules.js';
export { SavedCandidates } from './automation/saved-candidates.js';
export { SavingsBooks } from './automation/savings-books.js';
export { SavingsLedger } from './automation/savings-ledger.js';
export { ToilGrowth } from './automation/toil-growth.js';
export { evaluateBudgets } from './budget/budget.jobs.js';
export { BudgetWatch } from './budget/budget-watch.js';
export { BURN_RULES, type BurnRule } from './budget/burn.rules.js';
export { SetBudget } from './budget/set-budget.service.js';
export { Capacities } from './capacity/capacities.js';
export { TIME_OFF_KINDS, type TimeOffKind } from './capacity/time-off.entity.js';
export { stopForgottenTimers } from './capture/capture.jobs.js';
export { ConfirmDrafts, type Confirmed } from './capture/confirm-drafts.service.js';
export { DRAFT_STATUSES, type DraftStatus, WorkDraft } from './capture/draft.entity.js';
export { Drafts } from './capture/drafts.js';
export { ExportWork } from './capture/export-work.js';
export {
  DATE_ORDERS,
  type DateOrder,
  IMPORT_FIELDS,
  IMPORT_FORMATS,
  type ImportField,
  type ImportFormat,
} from './capture/import-format.rules.js';
export { IMPORT_ENCODINGS, type ImportEncoding } from './capture/import-text.js';
export { type Imported, ImportWork } from './capture/import-work.service.js';
export { QuickLog } from './capture/quick-log.js';
export { QuickReader, type ReadEntry } from './capture/quick-reader.js';
export { RepeatLast } from './capture/repeat-last.service.js';
export { AutoStoppedTimer, RunningTimer } from './capture/timer.entity.js';
export { Timers } from './capture/timers.js';
export { Directory } from './directory/directory.js';
export { GithubRepository } from './github/github.entity.js';
export { GithubRepositories } from './github/github-repositories.js';
export { type DeliveryReceived, ReceiveDelivery } from './github/receive-delivery.service.js';
export type { CalendarFault } from './holiday/calendar.rules.js';
export { type HolidayCalendar, HolidayCalendars, type HolidayImport } from './holiday/holiday-calendars.js';
export { CorrectIncidentEnd } from './incident/correct-incident-end.service.js';
export {
  INCIDENT_EVENT_TYPES,
  INCIDENT_STATUSES,
  type IncidentEventType,
  type IncidentStatus,
} from './incident/event.rules.js';
export { INCIDENT_VERDICTS, Incident, type IncidentVerdict } from './incident/incident.entity.js';
export { IncidentEvent } from './incident/incident-event.entity.js';
export { IncidentRegister } from './incident/incident-register.js';
export { MergeIncidents } from './incident/merge-incidents.service.js';
export { OpenIncident } from './incident/open-incident.service.js';
export { Quarantine } from './incident/quarantine.js';
export { RecordIncidentEvent } from './incident/record-incident-event.service.js';
export { ReviewIncident } from './incident/review-incident.service.js';
export { askAboutStaleIncidents } from './incident/stale.jobs.js';
export { DEFAULT_STALE_POLICY, type StalePolicy } from './incident/stale.rules.js';
export { WeekLocks } from './lock/week-locks.js';
export { MOVED_KINDS, type Moved, type MovedKind } from './merge/merge.repository.js';
export type { MergeResult } from './merge/merge-desk.js';
export { MergePeople } from './merge/merge-people.service.js';
export { MergeServices } from './merge/merge-services.service.js';
export { MergeTaskTypes } from './merge/merge-task-types.service.js';
export { Organization } from './organization/organization.entity.js';
export { Organizations } from './organization/organizations.js';
export { keepPartitions } from './partition/partition.jobs.js';
export { PartitionKeeper } from './partition/partition-keeper.js';
export { People } from './person/people.js';
export { Person } from './person/person.entity.js';
export { maySee } from './person/visibility.rules.js';
export type { Contributor } from './report/contributor.repository.js';
export { explain } from './report/explanation.rules.js';
export {
  ATTRIBUTIONS,
  type Attribution,
  INCIDENT_MODES,
  type IncidentMode,
  TIME_BANDS,
  type TimeBand,
  TOIL_VIEWS,
  type ToilView,
  WORK_CLASSES,
  type WorkClass,
} from './report/interval.js';
export { type MetricNullReason, NULL_REASONS, TOIL_BASES, type ToilBasis } from './report/metric.rules.js';
export type { MetricValue, PersonToil, ServiceToil } from './report/report.rules.js';
export type { Spread } from './report/spread.rules.js';
export { TIERS, type Tier, TOIL_BANDS, type ToilBand } from './report/threshold.rules.js';
export { type ToilReport, ToilReports } from './report/toil-reports.js';
export { compactRollups, refreshRollups } from './rollup/rollup.jobs.js';
export { RollupKeeper } from './rollup/rollup-keeper.js';
export { StaleRollups } from './rollup/stale-rollups.js';
export { mondayOf } from './rollup/week-cell.rules.js';
export { toilSampleProviders } from './sample/sample.providers.js';
export { SampleAutomation } from './sample/sample-automation.js';
export {
  KEPT_SAMPLE_KINDS,
  type KeptSampleKind,
  REFERENCE_KINDS,
  type ReferenceKind,
} from './sample/sample-references.repository.js';
export { type KeptSample, type SampleFarewell, SampleRemoval } from './sample/sample-removal.js';
export { DOOR } from './sample/sample-story.rules.js';
export { ToilSample } from './sample/toil-sample.js';
export { SCORE_CRITERIA, type ScoreCriterion } from './scorecard/scorecard.rules.js';
export { type Scorecard, Scorecards } from './scorecard/scorecards.js';
export { EditService } from './service/edit-service.service.js';
export { Service } from './service/service.entity.js';
export { Services } from './service/services.js';
export { SURVEY_RHYTHMS, type SurveyRhythm } from './survey/campaign.rules.js';
export { CampaignReminder } from './survey/campaign-reminder.js';
export { SnippetLine } from './survey/snippet-line.entity.js';
export { SnippetLog, type UnderstoodLine } from './survey/snippet-log.js';
export { Snippets } from './survey/snippets.js';
export { runSurveys } from './survey/survey.jobs.js';
export { SurveyAnswer } from './survey/survey-answer.entity.js';
export { SurveyCampaign } from './survey/survey-campaign.entity.js';
export { SurveyCampaigns, type SurveyForm } from './survey/survey-campaigns.js';
export { type SurveyReport, SurveyReports } from './survey/survey-reports.js';
export { SurveySchedule } from './survey/survey-schedule.entity.js';
export { SurveySchedules } from './survey/survey-schedules.js';
export { Surveys } from './survey/surveys.js';
export { WriteWeeklyReport } from './survey/write-weekly-report.service.js';
export { WEEK_DAYS, type WeekDay } from './time/week.rules.js';
export { dateOf } from './time/zone.rules.js';
export { toilEntities } from './toil.entities.js';
export { toilHandlers, toilJobs } from './toil.jobs.js';
export { ToilModule } from './toil.module.js';
export { WEBHOOK_SOURCES, type WebhookSource } from './webhook/webhook-secret.entity.js';
export { type WebhookSecretState, WebhookSecrets } from './webhook/webhook-secrets.js';
export { Amendments } from './work/amendments.js';
export { BulkWork } from './work/bulk-work.js';
export { CLASS_REASONS, type ClassReason, classOfType, toilScore } from './work/classification.rules.js';
export { Classifier } from './work/classifier.js';
export { EditTaskType } from './work/edit-task-type.service.js';
export { LogWork } from './work/log-work.service.js';
export type { Reclassified } from './work/reclassifier.js';
export { ReclassifyWork } from './work/reclassify-work.service.js';
export { NOT_AUTOMATED_REASONS, type NotAutomatedReason, TaskType } from './work/task-type.entity.js';
export { TaskTypes } from './work/task-types.js';
export { readDuration } from './work/timing.rules.js';
export { WORK_SOURCES, type WorkSource } from './work/work-entry.columns.js';
export { WorkEntry } from './work/work-entry.entity.js';
export { WorkHistory } from './work/work-history.js';
export { type NewWork, WorkLog } from './work/work-log.js';
