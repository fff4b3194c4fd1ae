import { Alert } from './alerts/alert.entity.js';
import { AlertChannel } from './alerts/alert-channel.entity.js';
import { AuditRecord } from './audit/audit.entity.js';
import { IdempotencyKey } from './idempotency/idempotency.entity.js';
import { JobProgress } from './jobs/job-progress.entity.js';

/** Every table of the foundations. */
export const platformEntities = [Alert, AlertChannel, AuditRecord, IdempotencyKey, JobProgress];
