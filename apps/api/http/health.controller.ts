import { Controller, Get, Query, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { Allow } from '../graphql/allow.js';
import { Health } from './health.js';

/** Probes in the form that orchestrators know: one line of text, 200 or 503. */
@Controller()
@Allow('ANYONE')
export class HealthController {
  constructor(private readonly health: Health) {}

  /** The process is alive; depends on nothing, so that a sick database does not get it restarted. */
  @Get(['livez', 'healthz'])
  livez(): string {
    return 'ok';
  }

  /** It can serve: database, migrations and the job queue. `?verbose` lists each with its cause. */
  @Get('readyz')
  async readyz(
    @Query('verbose') verbose: string | undefined,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<string> {
    const checks = await this.health.checks();
    const sick = checks.filter(({ ok }) => !ok);
    if (sick.length > 0) reply.code(503);
    const lines = (verbose === undefined ? sick : checks).map(
      ({ name, ok, detail }) => `[${ok ? '+' : '-'}] ${name}: ${detail}`,
    );
    return [...lines, sick.length > 0 ? 'not ready' : 'ok'].join('\n');
  }
}
