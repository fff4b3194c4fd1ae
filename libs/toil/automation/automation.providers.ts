import type { Provider } from '@nestjs/common';
import { AutomationStamps } from './automation-stamps.js';
import { Automations } from './automations.js';
import { BaselineSurveyor } from './baseline-surveyor.js';
import { CandidateRanking } from './candidate-ranking.js';
import { ManualWorkRepository } from './manual-work.repository.js';
import { SavedCandidates } from './saved-candidates.js';
import { SavingsBooks } from './savings-books.js';
import { SavingsLedger } from './savings-ledger.js';
import { ToilGrowth } from './toil-growth.js';

/** The use cases of automating: what would pay, what was automated, what it saved. */
export const automationProviders: Provider[] = [
  AutomationStamps,
  Automations,
  BaselineSurveyor,
  CandidateRanking,
  ManualWorkRepository,
  SavedCandidates,
  SavingsBooks,
  SavingsLedger,
  ToilGrowth,
];
