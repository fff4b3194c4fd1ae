import { Account } from './accounts/account.entity.js';
import { ApiToken } from './accounts/api-token.entity.js';
import { Invitation } from './accounts/invitation.entity.js';
import { PasswordReset } from './accounts/password-reset.entity.js';
import { Session } from './accounts/session.entity.js';
import { SetupClaim, SetupLink } from './accounts/setup-link.entity.js';
import { Alert } from './alerts/alert.entity.js';
import { AlertChannel } from './alerts/alert-channel.entity.js';
import { AuditRecord } from './audit/audit.entity.js';
import { AuditAnchor } from './audit/audit-anchor.entity.js';
import { IdempotencyKey } from './idempotency/idempotency.entity.js';
import { JobProgress } from './jobs/job-progress.entity.js';
import { RetentionRule } from './retention/retention-rule.entity.js';
import { SampleData, SampleTag } from './sample/sample-data.entity.js';

/** Every table of the foundations. */
export const platformEntities = [
  Account,
  Alert,
  AlertChannel,
  ApiToken,
  AuditAnchor,
  AuditRecord,
  IdempotencyKey,
  Invitation,
  JobProgress,
  PasswordReset,
  RetentionRule,
  SampleData,
  SampleTag,
  Session,
  SetupClaim,
  SetupLink,
];
