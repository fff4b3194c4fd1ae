import {
  defaultFieldResolver,
  type GraphQLField,
  type GraphQLNullableType,
  type GraphQLObjectType,
  type GraphQLSchema,
  getNamedType,
  getNullableType,
  isListType,
  isObjectType,
  isScalarType,
} from 'graphql';
import { type Role, reaches, type TokenScope } from '#platform';
import { ALLOW, type Allowed } from './allow.js';
import { badInput, forbidden, unauthenticated } from './api-error.js';
import { cleanArguments } from './clean-input.rules.js';
import { refusalError } from './mask-error.js';
import { LIMITS } from './query-limits.rules.js';
import type { RequestContext } from './request-context.js';
import { isAboutText, UNWRITABLE, unwritableText } from './unwritable-text.rules.js';

type Resolve = NonNullable<GraphQLField<unknown, RequestContext>['resolve']>;

/**
 * Puts into the schema what every field must keep, once at start instead of in each resolver: the role it needs, the
 * null that equals leaving out, the page size, and pageInfo read from the page itself.
 */
export function guardSchema(schema: GraphQLSchema): GraphQLSchema {
  const subscription = schema.getSubscriptionType();
  for (const type of Object.values(schema.getTypeMap())) {
    if (!isObjectType(type) || type.name.startsWith('__')) continue;
    for (const field of Object.values(type.getFields())) {
      if (type === subscription) {
        field.subscribe = guarded(schema, type, field, field.subscribe);
        // A subscription yields the row itself, not an object around it.
        field.resolve ??= (row) => row;
      } else field.resolve = guarded(schema, type, field, field.resolve);
    }
  }
  return schema;
}

/** The least role that a field needs; null when it is as open as the object it stands on. */
export function roleOf(
  schema: GraphQLSchema,
  type: GraphQLObjectType,
  field: GraphQLField<unknown, unknown>,
): Allowed | null {
  const stated = field.extensions[ALLOW] as Allowed | undefined;
  if (stated) return stated;
  if (type === schema.getMutationType()) return 'MEMBER';
  return type === schema.getQueryType() || type === schema.getSubscriptionType() ? 'VIEWER' : null;
}

function guarded(
  schema: GraphQLSchema,
  type: GraphQLObjectType,
  field: GraphQLField<unknown, RequestContext>,
  resolve?: Resolve,
): Resolve | undefined {
  // Nest gives every field a resolver, so whether there is one says nothing.
  if (getNamedType(field.type).name === 'PageInfo') return (page) => page;
  let next = resolve;
  const isMutation = type === schema.getMutationType();
  const refused = isMutation ? refusedBy(field) : null;
  if (field.args.length > 0) next = withWritableTexts(next ?? defaultFieldResolver, refused);
  const clean = cleanArguments(field.args);
  const paged = field.args.some((argument) => argument.name === 'first');
  if (clean || paged) next = withArguments(next ?? defaultFieldResolver, clean, paged);
  const role = roleOf(schema, type, field as GraphQLField<unknown, unknown>);
  if (role && role !== 'ANYONE') {
    const needs = { role, scope: isMutation ? ('WRITE' as const) : ('READ' as const) };
    next = withAccess(next ?? defaultFieldResolver, needs, refused);
  }
  return type === schema.getQueryType() ? withRefusals(next ?? defaultFieldResolver) : next;
}

// A refusal has a path of its own, which graphql-js takes for a sign that the error was located already.
function withRefusals(next: Resolve): Resolve {
  return async (source, args, context, info) => {
    try {
      return await next(source, args, context, info);
    } catch (error) {
      throw refusalError(error) ?? error;
    }
  };
}

function withArguments(next: Resolve, clean: ReturnType<typeof cleanArguments>, paged: boolean): Resolve {
  return (source, args, context, info) => {
    const kept = clean ? clean(args) : args;
    if (paged && (kept.first < 1 || kept.first > LIMITS.page)) {
      throw badInput(`${info.fieldName}: first must lie between 1 and ${LIMITS.page}.`);
    }
    return next(source, kept, context, info);
  };
}

// A use case that looks at a text itself says more; this is for the ids and names that nobody looks at before the database.
function withWritableTexts(next: Resolve, refused: object | null): Resolve {
  return async (source, args, context, info) => {
    try {
      return await next(source, args, context, info);
    } catch (error) {
      const path = isAboutText(error) ? unwritableText(args) : null;
      if (path === null) throw error;
      if (!refused) throw badInput(`${path.join('.')}: ${UNWRITABLE}`);
      return {
        ...refused,
        userErrors: [{ code: 'INVALID_INPUT', message: UNWRITABLE, path, details: null }],
      };
    }
  };
}

function withAccess(
  next: Resolve,
  needs: { role: Role; scope: TokenScope },
  refused: object | null,
): Resolve {
  return (source, args, context, info) => {
    const { caller, scopes } = context;
    if (!caller) throw unauthenticated();
    const hasRole = reaches(caller.role, needs.role);
    if (hasRole && (scopes === null || scopes.includes(needs.scope)))
      return next(source, args, context, info);
    const error = forbidden(hasRole ? `a token with the scope ${needs.scope}` : `the role ${needs.role}`);
    if (!refused) throw error;
    return {
      ...refused,
      userErrors: [{ code: 'FORBIDDEN', message: error.message, path: [], details: null }],
    };
  };
}

// A mutation that says no says it in its payload: empty, with what cannot be null set to false, 0 or an empty list.
function refusedBy(field: GraphQLField<unknown, RequestContext>): object | null {
  const payload = getNullableType(field.type);
  if (!isObjectType(payload) || !('userErrors' in payload.getFields())) return null;
  const empty: Record<string, unknown> = {};
  for (const part of Object.values(payload.getFields())) {
    const bare = getNullableType(part.type);
    empty[part.name] = bare === part.type ? null : nothingOf(bare);
  }
  return empty;
}

function nothingOf(type: GraphQLNullableType): false | 0 | null | [] {
  if (isListType(type)) return [];
  if (!isScalarType(type)) return null;
  return type.name === 'Boolean' ? false : type.name === 'String' ? null : 0;
}
