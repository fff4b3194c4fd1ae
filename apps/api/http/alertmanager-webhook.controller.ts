import { timingSafeEqual } from 'node:crypto';
import { BadRequestException, Body, Controller, HttpCode, Post, Req } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { reaches, Transactions } from '#platform';
import { type AlertsReceived, alertmanagerPayload, ReceiveAlerts, WebhookSecrets } from '#toil';
import { Allow } from '../graphql/allow.js';
import { unauthenticated } from '../graphql/api-error.js';

/** Prometheus Alertmanager, version 4: with its own token, or with an API token that may write. */
@Controller('webhooks/alertmanager')
export class AlertmanagerWebhookController {
  constructor(
    private readonly transactions: Transactions,
    private readonly secrets: WebhookSecrets,
    private readonly alerts: ReceiveAlerts,
  ) {}

  @Post()
  @HttpCode(200)
  @Allow('ANYONE')
  async receive(@Req() request: FastifyRequest, @Body() body: unknown): Promise<AlertsReceived> {
    if (!(await this.isTrusted(request))) throw unauthenticated();
    const payload = alertmanagerPayload.safeParse(body);
    if (payload.success) return this.alerts.receive(payload.data);
    const [issue] = payload.error.issues;
    throw new BadRequestException(
      `Not a version 4 payload of Alertmanager: ${issue?.path.join('.')}: ${issue?.message}`,
    );
  }

  private async isTrusted({ caller, scopes, headers }: FastifyRequest): Promise<boolean> {
    if (caller) return reaches(caller.role, 'MEMBER') && (!scopes || scopes.includes('WRITE'));
    const token = /^Bearer +(.+)$/i.exec(headers.authorization ?? '')?.[1]?.trim();
    if (token === undefined) return false;
    const accepted = await this.secrets.accepted(this.transactions.read, 'ALERTMANAGER');
    return accepted.some((secret) => isEqual(token, secret));
  }
}

function isEqual(given: string, expected: string): boolean {
  const [a, b] = [Buffer.from(given), Buffer.from(expected)];
  return a.length === b.length && timingSafeEqual(a, b);
}
