export { toilEntities } from './toil.entities.js';
export { toilHandlers, toilJobs } from './toil.jobs.js';
export { ToilModule } from './toil.module.js';
