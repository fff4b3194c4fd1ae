export { mlEntities } from './ml.entities.js';
export { mlHandlers, mlJobs } from './ml.jobs.js';
export { MlModule } from './ml.module.js';
