import type { Provider } from '@nestjs/common';
import type { JobContract } from '#platform';
import { Feedback } from './feedback.entity.js';
import { feedbackJudge } from './feedback.jobs.js';
import { FeedbackRepository } from './feedback.repository.js';
import { FeedbackAnswer } from './feedback-answer.entity.js';
import { FeedbackBooks, GiveFeedback } from './give-feedback.service.js';
import { Competition, JudgeFeedback } from './judge-feedback.handler.js';
import { FeedbackShelf, UseFeedback } from './use-feedback.service.js';

/** The tables of labelled pictures. */
export const feedbackEntities: (new () => object)[] = [Feedback, FeedbackAnswer];

/** The use cases of labelled pictures. */
export const feedbackServices: Provider[] = [
  FeedbackRepository,
  FeedbackBooks,
  GiveFeedback,
  FeedbackShelf,
  UseFeedback,
];

/** The jobs of labelled pictures, and who does them. */
export const feedbackJobs = [feedbackJudge] as JobContract[];
export const feedbackHandlers: Provider[] = [Competition, JudgeFeedback];
