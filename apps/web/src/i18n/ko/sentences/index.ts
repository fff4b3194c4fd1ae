import { type Sentence, translator } from '../../../server-words/sentence.rules.js';
import { alerts } from './alerts.js';
import { findings } from './findings.js';
import { models } from './models.js';
import { notices } from './notices.js';
import { pictures } from './pictures.js';
import { queues } from './queues.js';
import { refusalsOfAutomation } from './refusals-of-automation.js';
import { refusalsOfIncidents } from './refusals-of-incidents.js';
import { refusalsOfLearning } from './refusals-of-learning.js';
import { refusalsOfPeople } from './refusals-of-people.js';
import { refusalsOfWork } from './refusals-of-work.js';
import { remedies } from './remedies.js';
import { runs } from './runs.js';
import { training } from './training.js';
import { requests, values } from './values.js';
import { words } from './words.js';

/** What the server says in English, in Korean; the first that fits is taken, so the longer ones stand first. */
export const sentences: readonly Sentence[] = [
  ...alerts,
  ...runs,
  ...findings,
  ...remedies,
  ...models,
  ...queues,
  ...notices,
  ...training,
  ...refusalsOfPeople,
  ...refusalsOfWork,
  ...refusalsOfIncidents,
  ...refusalsOfLearning,
  ...refusalsOfAutomation,
  ...requests,
  ...pictures,
  ...values,
  // a finding that stopped a run: its code, which its page names, and its sentence
  ['{@code}: {*finding}', '{code}: {finding}'],
  // a fault that stands alone as a sentence, such as one of a whole manifest
  ['{!fault}.', '{fault}.'],
];

/** Sentences of the server in Korean. */
export const translate = translator(sentences, words);
