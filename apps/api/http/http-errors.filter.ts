import {
  type ArgumentsHost,
  Catch,
  type ExceptionFilter,
  HttpException,
  Inject,
  Injectable,
} from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { GraphQLError } from 'graphql';
import { LOG, type Log, Refusal } from '#platform';
import { userErrorsOf } from '../graphql/answer.js';
import { isAboutText, UNWRITABLE, unwritableText } from '../graphql/unwritable-text.rules.js';

const STATUS: Record<string, number> = {
  UNAUTHENTICATED: 401,
  FORBIDDEN: 403,
  NOT_FOUND: 404,
  CONFLICT: 409,
  IDEMPOTENCY_CONFLICT: 409,
  RUN_IN_PROGRESS: 409,
  RATE_LIMITED: 429,
  INTERNAL_SERVER_ERROR: 500,
};

/** The form of every HTTP error; `error` repeats the message, where TensorFlow Serving's clients look. */
export const httpError = (code: string, message: string) => ({ code, message, error: message });

/** Every error of an HTTP route in one form, with nothing of the inside in it. */
@Injectable()
@Catch()
export class HttpErrors implements ExceptionFilter {
  constructor(@Inject(LOG) private readonly log: Log) {}

  catch(error: unknown, host: ArgumentsHost): void {
    // GraphQL masks its own errors, with the operation's path.
    if (host.getType<string>() === 'graphql') throw error;
    const reply = host.switchToHttp().getResponse<FastifyReply>();
    const { params, query } = host.switchToHttp().getRequest<FastifyRequest>();
    const isTextAtFault = isAboutText(error) && unwritableText({ params, query }) !== null;
    const { status, code, message, ...more } = this.shown(
      isTextAtFault ? new Refusal('INVALID_INPUT', UNWRITABLE, []) : error,
    );
    if (status === 401) reply.header('www-authenticate', 'Bearer');
    void reply.code(status).send({ ...httpError(code, message), ...more });
  }

  private shown(error: unknown): { status: number; message: string; code: string; reference?: string } {
    const [refusal] = userErrorsOf(error);
    if (refusal) return { status: STATUS[refusal.code] ?? 400, message: refusal.message, code: refusal.code };
    if (error instanceof GraphQLError) {
      const code = String(error.extensions.code);
      return { status: STATUS[code] ?? 400, message: error.message, code };
    }
    const status = statusOf(error);
    if (status >= 400 && status < 500)
      return { status, message: (error as Error).message, code: codeOf(status) };
    const reference = crypto.randomUUID();
    this.log.error({ err: error, reference }, 'masked error');
    const message = 'Something went wrong on our side. The log has it under this reference.';
    return { status: status === 503 ? 503 : 500, message, code: 'INTERNAL_SERVER_ERROR', reference };
  }
}

// Fastify's own errors (a body that is too large, JSON that is none) carry their status as a number.
function statusOf(error: unknown): number {
  if (error instanceof HttpException) return error.getStatus();
  const status = (error as { statusCode?: unknown } | null)?.statusCode;
  return typeof status === 'number' ? status : 500;
}

const codeOf = (status: number): string =>
  Object.entries(STATUS).find(([, known]) => known === status)?.[0] ?? 'BAD_USER_INPUT';
