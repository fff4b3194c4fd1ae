import { randomBytes } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import { AuditTrail, type Caller, Clock, CONFIG, type Config, Refusal, SecretBox, type Tx } from '#platform';
import { WEBHOOK_SOURCES, WebhookSecret, type WebhookSource } from './webhook-secret.entity.js';
import { acceptedSecrets, LONGEST_OVERLAP_HOURS, SETTING_OF, secretFault } from './webhook-secret.rules.js';

/** Where the secret of a source comes from; never the secret itself. */
export interface WebhookSecretState {
  source: WebhookSource;
  origin: 'STORED' | 'ENVIRONMENT' | 'NONE';
  setAt: Date | null;
  /** null: only the current one is accepted. */
  previousUntil: Date | null;
}

/** A new secret; null has one made. overlapHours: how long the one before is accepted beside it. */
export interface NewWebhookSecret {
  source: WebhookSource;
  secret?: string | null;
  overlapHours?: number | null;
}

const DEFAULT_OVERLAP_HOURS = 24;
const HOUR = 3_600_000;

/** Keeps what webhooks are signed with: sealed in the database; the environment speaks until one is stored. */
@Injectable()
export class WebhookSecrets {
  constructor(
    @Inject(CONFIG) private readonly config: Config,
    private readonly box: SecretBox,
    private readonly audit: AuditTrail,
    private readonly clock: Clock,
  ) {}

  /** Every secret that the source may use now, the current one first; none: nothing from it is believed. */
  async accepted(tx: Tx, source: WebhookSource): Promise<string[]> {
    const row = await tx.findOneBy(WebhookSecret, { source });
    const stored = row && {
      current: this.box.open(row.sealed),
      previous: row.previousSealed && this.box.open(row.previousSealed),
      previousUntil: row.previousUntil,
    };
    return acceptedSecrets(stored, this.config[SETTING_OF[source]], this.clock.now());
  }

  /** Of every source, where its secret comes from. */
  async states(tx: Tx): Promise<WebhookSecretState[]> {
    const rows = await tx.find(WebhookSecret);
    return WEBHOOK_SOURCES.map((source) =>
      this.state(source, rows.find((row) => row.source === source) ?? null),
    );
  }

  /** Puts a new secret beside the one before (stored, or of the environment); answers the one that was made here. */
  async set(
    tx: Tx,
    caller: Caller,
    input: NewWebhookSecret,
  ): Promise<{ made: string | null; state: WebhookSecretState }> {
    const { source, secret } = input;
    const overlapHours = input.overlapHours ?? DEFAULT_OVERLAP_HOURS;
    const fault = secret === null || secret === undefined ? null : secretFault(secret);
    if (fault) throw new Refusal('INVALID_INPUT', fault, ['input', 'secret']);
    if (overlapHours < 0 || overlapHours > LONGEST_OVERLAP_HOURS)
      throw new Refusal('INVALID_INPUT', `overlapHours goes from 0 to ${LONGEST_OVERLAP_HOURS} (30 days).`, [
        'input',
        'overlapHours',
      ]);
    const made = secret ?? randomBytes(32).toString('base64url');
    const now = this.clock.now();
    const before = await tx.findOne(WebhookSecret, {
      where: { source },
      lock: { mode: 'pessimistic_write' },
    });
    const environment = this.config[SETTING_OF[source]];
    const previousSealed =
      overlapHours === 0 ? null : (before?.sealed ?? (environment ? this.box.seal(environment) : null));
    const row = {
      source,
      sealed: this.box.seal(made),
      setAt: now,
      previousSealed,
      previousUntil: previousSealed ? new Date(now.getTime() + overlapHours * HOUR) : null,
    };
    await tx.upsert(WebhookSecret, row, ['source']);
    const state = this.state(source, row);
    await this.audit.record(
      tx,
      caller,
      'webhook.secret',
      `webhook:${source}`,
      before && this.state(source, before),
      state,
    );
    return { made: secret ? null : made, state };
  }

  /** Ends the overlap at once, or forgets the stored secret so that the environment speaks again. */
  async forget(
    tx: Tx,
    caller: Caller,
    source: WebhookSource,
    what: 'PREVIOUS' | 'ALL',
  ): Promise<WebhookSecretState> {
    const before = await tx.findOne(WebhookSecret, {
      where: { source },
      lock: { mode: 'pessimistic_write' },
    });
    if (!before) throw new Refusal('NOT_FOUND', `No secret is stored for ${source}.`, ['input', 'source']);
    const after = what === 'ALL' ? null : { ...before, previousSealed: null, previousUntil: null };
    if (after) await tx.update(WebhookSecret, { source }, after);
    else await tx.delete(WebhookSecret, { source });
    const state = this.state(source, after);
    await this.audit.record(
      tx,
      caller,
      'webhook.secret',
      `webhook:${source}`,
      this.state(source, before),
      state,
    );
    return state;
  }

  private state(source: WebhookSource, row: WebhookSecret | null): WebhookSecretState {
    const environment = this.config[SETTING_OF[source]] ? 'ENVIRONMENT' : 'NONE';
    const until = row?.previousUntil ?? null;
    return {
      source,
      origin: row ? 'STORED' : environment,
      setAt: row?.setAt ?? null,
      previousUntil: until && until > this.clock.now() ? until : null,
    };
  }
}
