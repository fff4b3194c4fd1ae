import type { Provider } from '@nestjs/common';
import type { JobContract } from '#platform';
import { evaluateBudgets } from './budget/budget.jobs.js';
import { EvaluateBudgetsHandler } from './budget/evaluate-budgets.handler.js';

/** Every job that the toil domain promises. */
export const toilJobs: JobContract[] = [evaluateBudgets];

/** The handlers of those jobs; only a worker provides them. */
export const toilHandlers: Provider[] = [EvaluateBudgetsHandler];
