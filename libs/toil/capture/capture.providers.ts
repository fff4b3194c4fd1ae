import type { Provider } from '@nestjs/common';
import { Activities } from '../activity/activities.js';
import { ActivityRepository } from '../activity/activity.repository.js';
import { RecordActivity } from '../activity/record-activity.service.js';
import { ReceiveAlerts } from '../alertmanager/receive-alerts.service.js';
import { Aliases } from '../alias/aliases.js';
import { DeploymentIntake } from '../github/deployment-intake.js';
import { DeploymentOutcomes } from '../github/deployment-outcomes.js';
import { DraftIntake } from '../github/draft-intake.js';
import { GithubClient } from '../github/github-client.js';
import { GithubRepositories } from '../github/github-repositories.js';
import { IssueIntake } from '../github/issue-intake.js';
import { ReceiveDelivery } from '../github/receive-delivery.service.js';
import { ReconcileRepository } from '../github/reconcile-repository.service.js';
import { WebhookSecrets } from '../webhook/webhook-secrets.js';
import { ConfirmDrafts } from './confirm-drafts.service.js';
import { Drafts } from './drafts.js';
import { ExportWork } from './export-work.js';
import { ImportNames } from './import-names.js';
import { ImportWork } from './import-work.service.js';
import { InferredDrafts } from './inferred-drafts.js';
import { Keys } from './keys.js';
import { QuickLog } from './quick-log.js';
import { QuickReader } from './quick-reader.js';
import { RepeatLast } from './repeat-last.service.js';
import { Timers } from './timers.js';

/** The ways by which work and incidents come in beside the plain log. */
export const captureProviders: Provider[] = [
  Activities,
  ActivityRepository,
  Aliases,
  ConfirmDrafts,
  DeploymentIntake,
  DeploymentOutcomes,
  DraftIntake,
  Drafts,
  ExportWork,
  GithubClient,
  GithubRepositories,
  ImportNames,
  ImportWork,
  IssueIntake,
  InferredDrafts,
  Keys,
  QuickLog,
  QuickReader,
  ReceiveAlerts,
  ReceiveDelivery,
  ReconcileRepository,
  RecordActivity,
  RepeatLast,
  Timers,
  WebhookSecrets,
];
