import { applyDecorators, SetMetadata } from '@nestjs/common';
import { Extensions } from '@nestjs/graphql';
import type { Role } from '#platform';

/** Who may: a role and all above it, or everybody, signed in or not. */
export type Allowed = Role | 'ANYONE';

/** Key of the requirement in a field's extensions and in a route's metadata. */
export const ALLOW = 'allow';

/**
 * The least role that may use this query, mutation, field or HTTP route. Left out: VIEWER for queries and
 * subscriptions, MEMBER for mutations and HTTP routes; other fields are as open as the object they stand on.
 */
export const Allow = (role: Allowed): MethodDecorator & PropertyDecorator & ClassDecorator =>
  applyDecorators(Extensions({ [ALLOW]: role }), SetMetadata(ALLOW, role));
