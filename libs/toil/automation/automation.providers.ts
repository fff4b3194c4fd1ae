import type { Provider } from '@nestjs/common';
import { ScoreSources } from '../scorecard/score-sources.js';
import { Scorecards } from '../scorecard/scorecards.js';
import { AutomationStamps } from './automation-stamps.js';
import { AutomationWatch } from './automation-watch.js';
import { Automations } from './automations.js';
import { BaselineSurveyor } from './baseline-surveyor.js';
import { CandidateRanking } from './candidate-ranking.js';
import { FreedCapacity } from './freed-capacity.js';
import { GivenBack } from './given-back.js';
import { ManualWorkRepository } from './manual-work.repository.js';
import { SavedCandidates } from './saved-candidates.js';
import { SavingsBooks } from './savings-books.js';
import { SavingsLedger } from './savings-ledger.js';
import { ToilGrowth } from './toil-growth.js';

/** The use cases of automating: what would pay, what was automated, what it saved. */
export const automationProviders: Provider[] = [
  AutomationStamps,
  Automations,
  AutomationWatch,
  BaselineSurveyor,
  CandidateRanking,
  FreedCapacity,
  GivenBack,
  ManualWorkRepository,
  SavedCandidates,
  SavingsBooks,
  SavingsLedger,
  ScoreSources,
  Scorecards,
  ToilGrowth,
];
