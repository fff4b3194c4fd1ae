import datasets from './datasets.json';
import doctor from './doctor.json';
import models from './models.json';
import pipelines from './pipelines.json';
import run from './run.json';
import settings from './settings.json';

/** The messages of the pages about machine learning and of the settings, by area. */
export default { datasets, doctor, models, pipelines, run, settings };
