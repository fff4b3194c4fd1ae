import { Body, Controller, HttpCode, Post, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { Invitations, Setup, SYSTEM } from '#platform';
import { Organizations } from '#toil';
import { Allow } from '../graphql/allow.js';
import { Arrival } from './arrival.js';
import { read } from './read-body.js';

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
    private readonly organizations: Organizations,
    private readonly arrival: Arrival,
  ) {}

  /** The first admin's zone and language become the organisation's, in the same transaction. */
  @Post('setup')
  @HttpCode(204)
  claim(
    @Body() body: unknown,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<void> {
    const claimed = read(claim, body);
    const { zone: reportingZone, language: locale } = claimed;
    const make = () =>
      this.setup.claim(claimed, (tx) => this.organizations.update(tx, SYSTEM, { reportingZone, locale }));
    return this.arrival.through(make, request, reply);
  }

  @Post('invitation')
  @HttpCode(204)
  accept(
    @Body() body: unknown,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<void> {
    const accepted = read(acceptance, body);
    return this.arrival.through(() => this.invitations.accept(accepted), request, reply);
  }
}
