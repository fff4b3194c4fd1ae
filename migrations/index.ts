import { CreatePlatform1764000000101 } from './1764000000101-create-platform.js';
import { CreateAccounts1764000000201 } from './1764000000201-create-accounts.js';
import { CreateToil1764000000301 } from './1764000000301-create-toil.js';
import { CreateRollups1764000000302 } from './1764000000302-create-rollups.js';
import { RollUpWeeks1764000000303 } from './1764000000303-roll-up-weeks.js';
import { CreateIncidents1764000000401 } from './1764000000401-create-incidents.js';
import { CreateBudgetsAndAutomations1764000000402 } from './1764000000402-create-budgets-and-automations.js';
import { CreateCapture1764000000403 } from './1764000000403-create-capture.js';
import { CreateReinvestment1764000000404 } from './1764000000404-create-reinvestment.js';
import { CreateDatasets1764000000501 } from './1764000000501-create-datasets.js';
import { CreatePipelines1764000000601 } from './1764000000601-create-pipelines.js';
import { CreateModels1764000000602 } from './1764000000602-create-models.js';
import { AttributeSharedTime1765000000010 } from './1765000000010-attribute-shared-time.js';
import { FollowIncidents1765000000020 } from './1765000000020-follow-incidents.js';
import { CreateWebhookSecrets1765000000021 } from './1765000000021-create-webhook-secrets.js';
import { EndStaleIncidents1765000000022 } from './1765000000022-end-stale-incidents.js';
import { InferDrafts1765000000023 } from './1765000000023-infer-drafts.js';
import { RunSurveys1765000000024 } from './1765000000024-run-surveys.js';
import { KeepSnippetLines1765000000025 } from './1765000000025-keep-snippet-lines.js';
import { FollowDeployments1765000000026 } from './1765000000026-follow-deployments.js';
import { ReviewPictures1765000000030 } from './1765000000030-review-pictures.js';
import { LabelPredictions1765000000031 } from './1765000000031-label-predictions.js';
import { ReviseManifests1765000000032 } from './1765000000032-revise-manifests.js';
import { SignModels1765000000040 } from './1765000000040-sign-models.js';
import { ArchiveAndMerge1765000000050 } from './1765000000050-archive-and-merge.js';
import { ResetPasswords1765000000051 } from './1765000000051-reset-passwords.js';
import { AnchorAudit1765000000052 } from './1765000000052-anchor-audit.js';
import { NameHolidays1765000000053 } from './1765000000053-name-holidays.js';
import { SumServicesInRows1766000000100 } from './1766000000100-sum-services-in-rows.js';
import { MailSurveyReminders1766000000201 } from './1766000000201-mail-survey-reminders.js';
import { TagSampleData1766000000501 } from './1766000000501-tag-sample-data.js';
import { ErasePeople1766000000701 } from './1766000000701-erase-people.js';
import { IndexUnclockedWork1766000000800 } from './1766000000800-index-unclocked-work.js';
import { RepeatAlertNotices1766000000820 } from './1766000000820-repeat-alert-notices.js';

/** The whole history of the database, oldest first. Rows are only ever appended. */
export const migrations = [
  CreatePlatform1764000000101,
  CreateAccounts1764000000201,
  CreateToil1764000000301,
  CreateRollups1764000000302,
  RollUpWeeks1764000000303,
  CreateIncidents1764000000401,
  CreateBudgetsAndAutomations1764000000402,
  CreateCapture1764000000403,
  CreateReinvestment1764000000404,
  CreateDatasets1764000000501,
  CreatePipelines1764000000601,
  CreateModels1764000000602,
  AttributeSharedTime1765000000010,
  FollowIncidents1765000000020,
  CreateWebhookSecrets1765000000021,
  EndStaleIncidents1765000000022,
  InferDrafts1765000000023,
  RunSurveys1765000000024,
  KeepSnippetLines1765000000025,
  FollowDeployments1765000000026,
  ReviewPictures1765000000030,
  LabelPredictions1765000000031,
  ReviseManifests1765000000032,
  SignModels1765000000040,
  ArchiveAndMerge1765000000050,
  ResetPasswords1765000000051,
  AnchorAudit1765000000052,
  NameHolidays1765000000053,
  SumServicesInRows1766000000100,
  MailSurveyReminders1766000000201,
  TagSampleData1766000000501,
  ErasePeople1766000000701,
  IndexUnclockedWork1766000000800,
  RepeatAlertNotices1766000000820,
];
