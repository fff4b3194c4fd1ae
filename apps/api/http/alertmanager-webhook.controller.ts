import { timingSafeEqual } from 'node:crypto';
import { BadRequestException, Body, Controller, HttpCode, Inject, Post, Req } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { CONFIG, type Config, reaches } from '#platform';
import { type AlertsReceived, alertmanagerPayload, ReceiveAlerts } from '#toil';
import { Allow } from '../graphql/allow.js';
import { unauthenticated } from '../graphql/api-error.js';

/** Prometheus Alertmanager, version 4: with its own token, or with an API token that may write. */
@Controller('webhooks/alertmanager')
export class AlertmanagerWebhookController {
  constructor(
    @Inject(CONFIG) private readonly config: Config,
    private readonly alerts: ReceiveAlerts,
  ) {}

  @Post()
  @HttpCode(200)
  @Allow('ANYONE')
  async receive(@Req() request: FastifyRequest, @Body() body: unknown): Promise<AlertsReceived> {
    if (!this.isTrusted(request)) throw unauthenticated();
    const payload = alertmanagerPayload.safeParse(body);
    if (payload.success) return this.alerts.receive(payload.data);
    const [issue] = payload.error.issues;
    throw new BadRequestException(
      `Not a version 4 payload of Alertmanager: ${issue?.path.join('.')}: ${issue?.message}`,
    );
  }

  private isTrusted({ caller, scopes, headers }: FastifyRequest): boolean {
    if (caller) return reaches(caller.role, 'MEMBER') && (!scopes || scopes.includes('WRITE'));
    const token = /^Bearer +(.+)$/i.exec(headers.authorization ?? '')?.[1]?.trim();
    return token !== undefined && isEqual(token, this.config.alertmanagerToken);
  }
}

function isEqual(given: string, expected: string | undefined): boolean {
  if (!expected) return false;
  const [a, b] = [Buffer.from(given), Buffer.from(expected)];
  return a.length === b.length && timingSafeEqual(a, b);
}
