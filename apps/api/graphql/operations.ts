import {
  createSourceEventStream,
  type DocumentNode,
  type ExecutionArgs,
  type ExecutionResult,
  execute,
  GraphQLError,
  type GraphQLSchema,
  getOperationAST,
} from 'graphql';
import { badInput, unauthenticated } from './api-error.js';
import type { Documents } from './documents.js';
import type { Loaders } from './loaders.js';
import type { OperationRequest } from './request-body.rules.js';
import type { RequestContext } from './request-context.js';

/** What an operation leads to: one result, or a stream of them. */
export type Outcome = ExecutionResult | AsyncIterableIterator<ExecutionResult>;

/** What of an operation is ready to run, or the errors that speak against it. */
export type Prepared =
  | { document: DocumentNode; isSubscription: boolean }
  | { errors: readonly GraphQLError[] };

/** Runs operations: parsed and validated once, held against the limits, masked on the way out. The same for every transport. */
export class Operations {
  constructor(
    readonly schema: GraphQLSchema,
    private readonly documents: Documents,
    private readonly mask: (error: unknown) => GraphQLError,
    private readonly freshLoaders: () => Loaders,
  ) {}

  /** Everything that can be said against an operation before any resolver runs. */
  prepare({ query, operationName, variables }: OperationRequest, { caller }: RequestContext): Prepared {
    try {
      const document = this.documents.parse(query);
      const faults = this.documents.faults(document, caller);
      if (faults.length > 0) return { errors: faults };
      const operation = getOperationAST(document, operationName);
      if (!operation)
        return { errors: [badInput('operationName: names none of the operations, or there are several.')] };
      const refusal = this.documents.refusal(document, operationName, variables, caller);
      return refusal
        ? { errors: [refusal] }
        : { document, isSubscription: operation.operation === 'subscription' };
    } catch (error) {
      return { errors: [this.mask(error)] };
    }
  }

  /** Runs what was prepared. Never throws: what goes wrong is in the result. */
  async run(
    prepared: { document: DocumentNode; isSubscription: boolean },
    { operationName, variables }: OperationRequest,
    contextValue: RequestContext,
  ): Promise<Outcome> {
    const { document, isSubscription } = prepared;
    const args = { schema: this.schema, document, contextValue, variableValues: variables, operationName };
    try {
      return isSubscription ? await this.subscribe(args) : this.masked(await execute(args));
    } catch (error) {
      return { errors: [this.mask(error)] };
    }
  }

  /** Like graphql-js's own, but masked, with loaders of its own for each event, and ending when the credentials do. */
  readonly subscribe = async (args: ExecutionArgs): Promise<Outcome> => {
    const source = await createSourceEventStream(args);
    if (!(Symbol.asyncIterator in source)) return this.masked(source);
    return this.answerEach(source[Symbol.asyncIterator](), args);
  };

  /** The result as a caller may see it. */
  masked(result: ExecutionResult): ExecutionResult {
    return result.errors ? { ...result, errors: result.errors.map(this.mask) } : result;
  }

  private answerEach(
    events: AsyncIterator<unknown>,
    args: ExecutionArgs,
  ): AsyncIterableIterator<ExecutionResult> {
    const context = args.contextValue as RequestContext;
    let ended = false;
    const leave = async (): Promise<IteratorResult<ExecutionResult>> => {
      await events.return?.();
      return { done: true, value: undefined };
    };
    const next = async (): Promise<IteratorResult<ExecutionResult>> => {
      try {
        const event = ended ? null : await events.next();
        if (!event || event.done) return { done: true, value: undefined };
        // What a loader has read stays as it was then: with those of the first event a run would never get on.
        const contextValue = { ...context, loaders: this.freshLoaders() };
        const result = await execute({ ...args, rootValue: event.value, contextValue });
        if (!(await context.isSignedIn())) throw unauthenticated();
        return { done: false, value: this.masked(result) };
      } catch (error) {
        ended = true;
        await events.return?.();
        return { done: false, value: { errors: [this.mask(error)] } };
      }
    };
    return {
      next,
      return: leave,
      throw: leave,
      [Symbol.asyncIterator]() {
        return this;
      },
    };
  }
}

/** Whether an outcome is a stream. */
export const isStream = (outcome: Outcome): outcome is AsyncIterableIterator<ExecutionResult> =>
  Symbol.asyncIterator in outcome;

/** The result of a request that no resolver saw. */
export const refused = (error: unknown): ExecutionResult => ({
  errors: [error instanceof GraphQLError ? error : new GraphQLError('The request is wrong.')],
});
