import { translator } from '../../server-words/sentence.rules.js';
import alerts from './alerts.json';
import automate from './automate.json';
import common from './common.json';
import datasets from './datasets.json';
import doctor from './doctor.json';
import home from './home.json';
import incidents from './incidents.json';
import models from './models.json';
import pipelines from './pipelines.json';
import run from './run.json';
import sample from './sample.json';
import { sentences, words } from './sentences.js';
import settings from './settings.json';
import shell from './shell.json';
import state from './state.json';
import toil from './toil.json';

/** Sentences of the server in this language. */
export const translate = translator(sentences, words);

/** Every message of this language, by area. */
export default {
  alerts,
  automate,
  common,
  datasets,
  doctor,
  home,
  incidents,
  models,
  pipelines,
  run,
  sample,
  settings,
  shell,
  state,
  toil,
};
