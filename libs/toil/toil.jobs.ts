import type { Provider } from '@nestjs/common';
import type { JobContract } from '#platform';
import { evaluateBudgets } from './budget/budget.jobs.js';
import { EvaluateBudgetsHandler } from './budget/evaluate-budgets.handler.js';
import { stopForgottenTimers } from './capture/capture.jobs.js';
import { StopForgottenTimersHandler } from './capture/stop-forgotten-timers.handler.js';

/** Every job that the toil domain promises. */
export const toilJobs: JobContract[] = [evaluateBudgets, stopForgottenTimers];

/** The handlers of those jobs; only a worker provides them. */
export const toilHandlers: Provider[] = [EvaluateBudgetsHandler, StopForgottenTimersHandler];
