import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import type { Caller } from '#platform';
import type { RequestContext } from './request-context.js';

/** The caller, in a resolver or a controller. Only null where the operation allows ANYONE. */
export const CurrentCaller = createParamDecorator((_: unknown, context: ExecutionContext): Caller | null =>
  context.getType<string>() === 'graphql'
    ? (context.getArgByIndex(2) as RequestContext).caller
    : ((context.switchToHttp().getRequest() as { caller?: Caller }).caller ?? null),
);
