export { Account } from './accounts/account.entity.js';
export { type AccountChange, Accounts, emailOf, type NewAccount } from './accounts/accounts.js';
export { AccountsModule } from './accounts/accounts.module.js';
export { ApiToken, TOKEN_SCOPES, type TokenScope } from './accounts/api-token.entity.js';
export { ApiTokens, type NewApiToken } from './accounts/api-tokens.js';
export { Authenticator, type Identity } from './accounts/authenticator.js';
export { ChangePassword } from './accounts/change-password.js';
export { type Acceptance, Invitations } from './accounts/invitations.js';
export { LinkMail, type MailedLink } from './accounts/link-mail.js';
export { PasswordResets } from './accounts/password-resets.js';
export { Passwords } from './accounts/passwords.js';
export { ResetRequests } from './accounts/reset-requests.js';
export { ABSOLUTE_SECONDS } from './accounts/session.rules.js';
export { Sessions } from './accounts/sessions.js';
export { type Claim, Setup } from './accounts/setup.js';
export { SignIn, type SignInOutcome } from './accounts/sign-in.js';
export { Alert, type AlertSeverity, type AlertStatus } from './alerts/alert.entity.js';
export { alertJobs, alertNotice, alertOpened, alertResolved } from './alerts/alert.jobs.js';
export { ALERT_CHANNEL_KINDS, AlertChannel, type AlertChannelKind } from './alerts/alert-channel.entity.js';
export { AlertChannels, type NewAlertChannel } from './alerts/alert-channels.js';
export { Alerts, type Raise, REPEAT_AFTER_SECONDS } from './alerts/alerts.js';
export { ChannelTest, type ChannelTested } from './alerts/channel-test.js';
export { NoticeSender, ReceiverGoneError } from './alerts/notice/notice-sender.js';
export { AuditRecord } from './audit/audit.entity.js';
export { type AuditCheck, type AuditFilter, AuditLog } from './audit/audit-log.js';
export { AuditTrail, type FirstRow } from './audit/audit-trail.js';
export { type Caller, ROLES, type Role, reaches, SYSTEM } from './caller/caller.js';
export {
  CONFIG,
  type Config,
  ConfigurationError,
  EXIT_BAD_CONFIGURATION,
  loadConfig,
} from './config/config.js';
export { SETTINGS, type Setting, type SettingName } from './config/settings.js';
export { createDataSource, type DatabaseShape } from './database/data-source.js';
export { describeSchema } from './database/describe-schema.js';
export { migrate } from './database/migrate.js';
export { Statement } from './database/statement.js';
export { Transactions, type Tx } from './database/transactions.js';
export {
  decimal,
  divideHalfUp,
  fixed,
  isDecimal,
  parseUnits,
  percent,
  ratioDecimal,
  ratioPercent,
} from './decimal/decimal.rules.js';
export { type BusEvent, EventBus } from './events/event-bus.js';
export { canonical } from './idempotency/canonical.rules.js';
export { Idempotency, type KeyClaim } from './idempotency/idempotency.js';
export { createBoss, DEAD_LETTERS, prepareQueues } from './jobs/boss.js';
export { defineJob, type JobContract, type PayloadOf } from './jobs/job-contract.js';
export { type Handles, JobHandler, type RunningJob } from './jobs/job-handler.js';
export { done, FinalError, type JobOutcome, StaleWorkerError, skipped } from './jobs/job-outcome.js';
export { bindHandlers, JobRunner } from './jobs/job-runner.js';
export { Jobs } from './jobs/jobs.js';
export { createLog, LOG, type Log } from './log/log.js';
export { type Mail, Mailer } from './mail/mailer.js';
export { addressFault, type OutboundReach } from './outbound/address.rules.js';
export { Outbound } from './outbound/outbound.js';
export {
  cursorOf,
  InvalidCursor,
  type Page,
  type PageRequest,
  type Position,
  pageOf,
  positionOf,
} from './paging/page.js';
export { platformEntities } from './platform.entities.js';
export { BOSS, CONTRACTS, PlatformModule, type PlatformParts, type ProcessParts } from './platform.module.js';
export { ERROR_CODES, type ErrorCode } from './refusal/error-code.js';
export { Refusal, Refusals, refusalsOf, refuseIfAny } from './refusal/refusal.js';
export { OldRowsRepository } from './retention/old-rows.repository.js';
export { retentionJobs, tidyUp } from './retention/retention.jobs.js';
export { type Kept, Retention } from './retention/retention.js';
export { oldBefore, RETENTION_KINDS, type RetentionKind } from './retention/retention.rules.js';
export { sampleJobs, sampleLoad, sampleRemove } from './sample/sample.jobs.js';
export {
  SAMPLE_STAGES,
  SAMPLE_STATUSES,
  SampleData,
  type SampleStage,
  type SampleStatus,
} from './sample/sample-data.entity.js';
export type { SampleFrame, SamplePart } from './sample/sample-part.js';
export { SAMPLE, Samples } from './sample/samples.js';
export { Sequence } from './sample/sequence.rules.js';
export { SecretBox } from './secret/secret-box.js';
export { ObjectMissingError, ObjectTornError } from './storage/object-store.errors.js';
export { ObjectStore, type StoredObject } from './storage/object-store.js';
export { openObjectStore } from './storage/open-object-store.js';
export { Clock, ManualClock, SystemClock } from './time/clock.js';
export { Ids, prefixOf, TimeOrderedIds } from './time/ids.js';
