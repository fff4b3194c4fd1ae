import { type CanActivate, type ExecutionContext, Injectable, SetMetadata } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import type { FastifyRequest } from 'fastify';
import { reaches, type TokenScope } from '#platform';
import { ALLOW, type Allowed } from '../graphql/allow.js';
import { forbidden, unauthenticated } from '../graphql/api-error.js';

const SCOPE = 'scope';

/** A scope that is enough for this HTTP route, beside READ for a GET and WRITE for everything else. */
export const AllowScope = (scope: TokenScope): MethodDecorator & ClassDecorator => SetMetadata(SCOPE, scope);

/** Guards every HTTP route by its @Allow; a route that says nothing needs a MEMBER. GraphQL has its own in the schema. */
@Injectable()
export class AccessGuard implements CanActivate {
  constructor(private readonly reflector: Reflector) {}

  canActivate(context: ExecutionContext): boolean {
    if (context.getType<string>() === 'graphql') return true;
    const places = [context.getHandler(), context.getClass()];
    const needed = this.reflector.getAllAndOverride<Allowed | undefined>(ALLOW, places) ?? 'MEMBER';
    if (needed === 'ANYONE') return true;
    const { caller, scopes, method } = context.switchToHttp().getRequest<FastifyRequest>();
    if (!caller) throw unauthenticated();
    if (!reaches(caller.role, needed)) throw forbidden(`the role ${needed}`);
    const usual: TokenScope = method === 'GET' || method === 'HEAD' ? 'READ' : 'WRITE';
    const enough = this.reflector.getAllAndOverride<TokenScope | undefined>(SCOPE, places);
    if (scopes && !scopes.includes(usual) && !(enough && scopes.includes(enough)))
      throw forbidden(`the scope ${enough ?? usual}`);
    return true;
  }
}
