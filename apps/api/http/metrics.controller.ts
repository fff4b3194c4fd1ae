import { Controller, Get, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { reaches } from '#platform';
import { Allow } from '../graphql/allow.js';
import { unauthenticated } from '../graphql/api-error.js';
import { Metrics } from './metrics.js';

const LOOPBACK = /^(127\.|::1$|::ffff:127\.)/;

/** Metrics for whoever has a token that may read, and without one for a scraper on this very machine. */
@Controller('metrics')
@Allow('ANYONE')
export class MetricsController {
  constructor(private readonly metrics: Metrics) {}

  @Get()
  async read(
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<string> {
    const { caller, scopes } = request;
    const mayRead = caller && reaches(caller.role, 'VIEWER') && (!scopes || scopes.includes('READ'));
    if (!mayRead && !isLocal(request)) throw unauthenticated();
    reply.type(this.metrics.registry.contentType);
    return this.metrics.registry.metrics();
  }
}

// Behind a proxy every peer is local: what was forwarded is not.
const isLocal = ({ ip, headers }: FastifyRequest): boolean =>
  LOOPBACK.test(ip) && headers.forwarded === undefined && headers['x-forwarded-for'] === undefined;
