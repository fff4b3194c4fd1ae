import { Body, Controller, HttpCode, Post, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { PasswordResets, ResetRequests } from '#platform';
import { Allow } from '../graphql/allow.js';
import { apiError } from '../graphql/api-error.js';
import { Arrival } from './arrival.js';
import { Gatekeeper } from './gatekeeper.js';
import { read } from './read-body.js';

const redemption = z.object({ token: z.string().min(1).max(100), password: z.string().min(1).max(1024) });
const wish = z.object({ name: z.string().min(1).max(320) });

/** A new password without the old one. */
@Controller('password-reset')
@Allow('ANYONE')
export class PasswordResetController {
  constructor(
    private readonly resets: PasswordResets,
    private readonly requests: ResetRequests,
    private readonly gatekeeper: Gatekeeper,
    private readonly arrival: Arrival,
  ) {}

  /** Sets the password that the link allows, and signs its owner in. */
  @Post()
  @HttpCode(204)
  redeem(
    @Body() body: unknown,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<void> {
    const { token, password } = read(redemption, body);
    return this.arrival.through(() => this.resets.redeem(token, password), request, reply);
  }

  /** Mails a link to the account with this name or address, if there is one with an address; always answers alike. */
  @Post('request')
  @HttpCode(204)
  async request(
    @Body() body: unknown,
    @Req() { headers, ip }: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<void> {
    this.gatekeeper.needOurPages(headers);
    const waitSeconds = await this.requests.request(read(wish, body).name, ip);
    if (waitSeconds === 0) return;
    reply.header('retry-after', waitSeconds);
    throw apiError('RATE_LIMITED', `Too many attempts. Try again in ${waitSeconds} s.`);
  }
}
