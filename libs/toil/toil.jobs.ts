import type { Provider } from '@nestjs/common';
import type { JobContract } from '#platform';
import { evaluateBudgets } from './budget/budget.jobs.js';
import { EvaluateBudgetsHandler } from './budget/evaluate-budgets.handler.js';
import { stopForgottenTimers } from './capture/capture.jobs.js';
import { StopForgottenTimersHandler } from './capture/stop-forgotten-timers.handler.js';
import { reconcileRepository } from './github/github.jobs.js';
import { ReconcileRepositoryHandler } from './github/reconcile-repository.handler.js';
import { AskAboutStaleIncidentsHandler } from './incident/ask-about-stale-incidents.handler.js';
import { askAboutStaleIncidents } from './incident/stale.jobs.js';

import { KeepPartitionsHandler } from './partition/keep-partitions.handler.js';
import { keepPartitions } from './partition/partition.jobs.js';
import { CompactRollupsHandler, RefreshRollupsHandler } from './rollup/rollup.handlers.js';
import { compactRollups, refreshRollups } from './rollup/rollup.jobs.js';

import { MailRemindersHandler } from './survey/mail-reminders.handler.js';
import { RunSurveysHandler } from './survey/run-surveys.handler.js';
import { mailReminders, runSurveys } from './survey/survey.jobs.js';

/** Every job that the toil domain promises. */
export const toilJobs: JobContract[] = [
  refreshRollups,
  compactRollups,
  keepPartitions,
  evaluateBudgets,
  stopForgottenTimers,
  reconcileRepository,
  askAboutStaleIncidents,
  runSurveys,
  mailReminders,
];

/** The handlers of those jobs; only a worker provides them. */
export const toilHandlers: Provider[] = [
  RefreshRollupsHandler,
  CompactRollupsHandler,
  KeepPartitionsHandler,
  EvaluateBudgetsHandler,
  StopForgottenTimersHandler,
  ReconcileRepositoryHandler,
  AskAboutStaleIncidentsHandler,
  RunSurveysHandler,
  MailRemindersHandler,
];
