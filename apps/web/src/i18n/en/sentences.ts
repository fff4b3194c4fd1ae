import { type Sentence, translator } from '../../server-words/sentence.rules.js';

/** Codes that stand inside the server's sentences, as words. */
export const words: Record<string, string> = {
  PASS: 'passes',
  WARN: 'passes, look',
  FAIL: 'fails',
  VALIDATE: 'validate',
  PREFLIGHT: 'preflight',
  TRAIN: 'train',
  EVALUATE: 'evaluate',
  GATE: 'gate',
  DEPLOY: 'deploy',
  LOW: 'low',
  STARVED: 'starved',
  BLOCKED: 'blocked',
  FAILED: 'failed',
  ENDED: 'ended',
  FIRST: 'first model',
  PROMOTE_BETTER: 'promoted',
  PROMOTE_NOT_WORSE: 'promoted, not worse',
  HOLD: 'held',
  REJECT_FLOOR: 'rejected, below the floor',
  REJECT_WORSE: 'rejected, worse',
};

/** Sentences of the server that hold such a code or a word that the pages say otherwise. */
export const sentences: readonly Sentence[] = [
  ['{counts} classes: {verdict}', '{counts} classes: {verdict}'],
  ['step {n} of {all}, {#rate} images/s', 'step {n} of {all}, {rate} pictures/s'],
  [
    '{n} steps on {engine}, {#rate} images/s, validation accuracy {rest}',
    '{n} steps on {engine}, {rate} pictures/s, validation accuracy {rest}',
  ],
  ['{n} steps, {#rate} images/s', '{n} steps, {rate} pictures/s'],
  ['Pipeline {key} failed in {step}: {reason}', 'Pipeline {key} failed in {step}: {reason}'],
  ['Queue {queue} of {key} is {state}: {cause}', 'Queue {queue} of {key} is {state}: {cause}'],
  // the gate's outcome and why
  ['{outcome}: {because}', '{outcome}: {because}'],
];

/** The server speaks this language, but for its codes. */
export const translate = translator(sentences, words);
