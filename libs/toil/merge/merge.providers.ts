import type { Provider } from '@nestjs/common';
import { Reclassifier } from '../work/reclassifier.js';
import { WorkRewriter } from '../work/work-rewriter.js';
import { AllocationMover } from './allocation-mover.js';
import { EntryMover } from './entry-mover.js';
import { MergeDesk } from './merge-desk.js';
import { MergePeople } from './merge-people.service.js';
import { MergeServices } from './merge-services.service.js';
import { MergeTaskTypes } from './merge-task-types.service.js';
import { SnippetMover } from './snippet-mover.js';

/** Making one of two, and what it stands on. */
export const mergeProviders: Provider[] = [
  AllocationMover,
  EntryMover,
  MergeDesk,
  MergePeople,
  MergeServices,
  MergeTaskTypes,
  Reclassifier,
  SnippetMover,
  WorkRewriter,
];
