import { translator } from '../../server-words/sentence.rules.js';
import alerts from './alerts.json';
import automate from './automate.json';
import common from './common.json';
import home from './home.json';
import incidents from './incidents.json';
import sample from './sample.json';
import { sentences, words } from './sentences.js';
import shell from './shell.json';
import state from './state.json';
import toil from './toil.json';

/** The server speaks this language, but for its codes. */
export const translate = translator(sentences, words);

/** The messages that the first page and the shell need, by area; later.ts has the others. */
export default {
  alerts,
  automate,
  common,
  home,
  incidents,
  sample,
  shell,
  state,
  toil,
};
