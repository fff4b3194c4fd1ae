import { Injectable } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { ABSOLUTE_SECONDS, type Account, Sessions, Transactions } from '#platform';
import { Gatekeeper } from './gatekeeper.js';
import { sessionCookie } from './session-cookie.rules.js';

/** Signs somebody in who has just made their account. */
@Injectable()
export class Arrival {
  constructor(
    private readonly sessions: Sessions,
    private readonly transactions: Transactions,
    private readonly gatekeeper: Gatekeeper,
  ) {}

  /** Only from our own pages, or from no browser: nobody is signed in by somebody else's page. */
  async through(
    make: () => Promise<Account>,
    { headers }: FastifyRequest,
    reply: FastifyReply,
  ): Promise<void> {
    this.gatekeeper.needOurPages(headers);
    const account = await make();
    const userAgent = headers['user-agent'] ?? '';
    const secret = await this.transactions.run((tx) => this.sessions.open(tx, account.id, userAgent));
    reply.header('set-cookie', sessionCookie(secret, ABSOLUTE_SECONDS, this.gatekeeper.secure));
  }
}
