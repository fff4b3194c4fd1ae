import type { Provider } from '@nestjs/common';
import { BudgetLedger } from './budget-ledger.js';
import { BudgetWatch } from './budget-watch.js';
import { DailyToil } from './daily-toil.js';
import { SetBudget } from './set-budget.service.js';

/** The use cases of toil budgets. */
export const budgetProviders: Provider[] = [BudgetLedger, BudgetWatch, DailyToil, SetBudget];
