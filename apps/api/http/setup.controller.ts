import { Body, Controller, HttpCode, Post, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { ABSOLUTE_SECONDS, type Account, Invitations, Sessions, Setup, Transactions } from '#platform';
import { Allow } from '../graphql/allow.js';
import { Gatekeeper } from './gatekeeper.js';
import { read } from './read-body.js';
import { sessionCookie } from './session-cookie.rules.js';

const someone = {
  token: z.string().min(1).max(100),
  name: z.string().min(1).max(200),
  password: z.string().min(1).max(1024),
  language: z.enum(['en', 'ko']).nullish(),
};
const claim = z.object({ ...someone, zone: z.string().max(100).nullish() });
const acceptance = z.object({ ...someone, email: z.string().max(320).nullish() });

/** Making an account with a link: the first one of an installation, or an invited one. Either is signed in at once. */
@Controller()
@Allow('ANYONE')
export class SetupController {
  constructor(
    private readonly setup: Setup,
    private readonly invitations: Invitations,
    private readonly sessions: Sessions,
    private readonly transactions: Transactions,
    private readonly gatekeeper: Gatekeeper,
  ) {}

  @Post('setup')
  @HttpCode(204)
  async claim(
    @Body() body: unknown,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<void> {
    this.gatekeeper.needOurPages(request.headers);
    await this.open(await this.setup.claim(read(claim, body)), request, reply);
  }

  @Post('invitation')
  @HttpCode(204)
  async accept(
    @Body() body: unknown,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<void> {
    this.gatekeeper.needOurPages(request.headers);
    await this.open(await this.invitations.accept(read(acceptance, body)), request, reply);
  }

  private async open(account: Account, { headers }: FastifyRequest, reply: FastifyReply): Promise<void> {
    const secret = await this.transactions.run((tx) =>
      this.sessions.open(tx, account.id, headers['user-agent'] ?? ''),
    );
    reply.header('set-cookie', sessionCookie(secret, ABSOLUTE_SECONDS, this.gatekeeper.secure));
  }
}
