import { Body, Controller, Delete, HttpCode, Post, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { ABSOLUTE_SECONDS, Sessions, SignIn, Transactions } from '#platform';
import { Allow } from '../graphql/allow.js';
import { apiError } from '../graphql/api-error.js';
import { Gatekeeper } from './gatekeeper.js';
import { read } from './read-body.js';
import { sessionCookie, sessionSecret } from './session-cookie.rules.js';

const credentials = z.object({
  name: z.string().min(1).max(320).optional(),
  email: z.string().min(1).max(320).optional(),
  password: z.string().min(1).max(1024),
});

/** Signing in and out of a browser session: the cookie is out of reach for scripts, its secret only hashed here. */
@Controller('session')
@Allow('ANYONE')
export class SessionController {
  constructor(
    private readonly signIns: SignIn,
    private readonly sessions: Sessions,
    private readonly transactions: Transactions,
    private readonly gatekeeper: Gatekeeper,
  ) {}

  @Post()
  @HttpCode(204)
  async signIn(
    @Body() body: unknown,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<void> {
    this.gatekeeper.needOurPages(request.headers);
    const { name, email, password } = read(credentials, body);
    const place = { ip: request.ip, userAgent: request.headers['user-agent'] ?? '' };
    const outcome = await this.signIns.signIn(name ?? email ?? '', password, place);
    if ('waitSeconds' in outcome) {
      reply.header('retry-after', outcome.waitSeconds);
      throw apiError('RATE_LIMITED', `Too many attempts. Try again in ${outcome.waitSeconds} s.`);
    }
    if ('wrong' in outcome) throw apiError('UNAUTHENTICATED', 'Name or password is wrong.');
    await this.endCurrent(request);
    reply.header('set-cookie', sessionCookie(outcome.secret, ABSOLUTE_SECONDS, this.gatekeeper.secure));
  }

  @Delete()
  @HttpCode(204)
  async signOut(
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<void> {
    this.gatekeeper.needOurPages(request.headers);
    await this.endCurrent(request);
    reply.header('set-cookie', sessionCookie('', 0, this.gatekeeper.secure));
  }

  private async endCurrent({ headers }: FastifyRequest): Promise<void> {
    const secret = sessionSecret(headers, this.gatekeeper.secure);
    if (secret) await this.transactions.run((tx) => this.sessions.end(tx, secret));
  }
}
