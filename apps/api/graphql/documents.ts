import {
  type DocumentNode,
  GraphQLError,
  type GraphQLSchema,
  parse,
  type Source,
  specifiedRules,
  type ValidationContext,
  type ValidationRule,
  ValuesOfCorrectTypeRule,
  validate,
} from 'graphql';
import type { Caller } from '#platform';
import { badInput, unauthenticated } from './api-error.js';
import { costOf, excessOf, introspects, LIMITS } from './query-limits.rules.js';

const CACHED = 1000;
const CACHED_LENGTH = 20_000;

interface Known {
  document: DocumentNode;
  errors: readonly GraphQLError[];
  introspects: boolean;
}

/** Parses and validates each document once, and says of every operation whether this caller may run it. */
export class Documents {
  private readonly known = new Map<string, Known>();
  private readonly byDocument = new WeakMap<DocumentNode, Known>();

  constructor(private readonly schema: GraphQLSchema) {}

  /** Throws what is wrong with the text itself. */
  parse(source: string | Source): DocumentNode {
    return this.knownOf(typeof source === 'string' ? source : source.body).document;
  }

  /** What the schema or the limits say against a parsed document; nobody who is not signed in gets suggestions. */
  faults(document: DocumentNode, caller: Caller | null): readonly GraphQLError[] {
    const errors = this.byDocument.get(document)?.errors ?? this.check(document);
    return caller ? errors : errors.map(withoutSuggestion);
  }

  /** What speaks against running an operation for this caller, with these variables. */
  refusal(
    document: DocumentNode,
    operationName: string | null | undefined,
    variables: unknown,
    caller: Caller | null,
  ): GraphQLError | null {
    const asksSchema = this.byDocument.get(document)?.introspects ?? introspects(document);
    if (asksSchema && !caller) return unauthenticated();
    const cost = costOf(document, operationName, (variables ?? {}) as Record<string, unknown>);
    if (cost <= LIMITS.cost) return null;
    return badInput(
      `The query costs ${Math.ceil(cost)} points; ${LIMITS.cost} are allowed. Ask for smaller pages.`,
    );
  }

  private knownOf(text: string): Known {
    const before = this.known.get(text);
    if (before) {
      // Read again = young again: the oldest entry is the one unused for longest.
      this.known.delete(text);
      this.known.set(text, before);
      return before;
    }
    const document = parsed(text);
    const entry = { document, errors: this.check(document), introspects: introspects(document) };
    this.byDocument.set(document, entry);
    if (text.length <= CACHED_LENGTH) this.known.set(text, entry);
    if (this.known.size > CACHED) this.known.delete(this.known.keys().next().value as string);
    return entry;
  }

  private check(document: DocumentNode): readonly GraphQLError[] {
    const excess = excessOf(document);
    if (excess) return [badInput(excess)];
    return validate(this.schema, document, RULES, { maxErrors: 20 }).map(withCode);
  }
}

function parsed(text: string): DocumentNode {
  try {
    return parse(text, { maxTokens: LIMITS.tokens });
  } catch (error) {
    if (!(error instanceof GraphQLError)) throw error;
    const { message, source, positions } = error;
    throw new GraphQLError(message, { source, positions, extensions: { code: 'GRAPHQL_PARSE_FAILED' } });
  }
}

// A value of the wrong type is the caller's input, whether it stands in the text or in a variable: one code for both.
const valuesRule: ValidationRule = (context) =>
  ValuesOfCorrectTypeRule(
    Object.assign(Object.create(context) as ValidationContext, {
      reportError: (error: GraphQLError) => context.reportError(coded(error, 'BAD_USER_INPUT')),
    }),
  );

const RULES = specifiedRules.map((rule) => (rule === ValuesOfCorrectTypeRule ? valuesRule : rule));

const withCode = (error: GraphQLError): GraphQLError =>
  error.extensions.code ? error : coded(error, 'GRAPHQL_VALIDATION_FAILED');

const withoutSuggestion = (error: GraphQLError): GraphQLError => {
  const message = error.message.replace(/ Did you mean .*$/s, '');
  return message === error.message ? error : coded(error, String(error.extensions.code), message);
};

const coded = (
  { nodes, source, positions, message }: GraphQLError,
  code: string,
  other = message,
): GraphQLError => new GraphQLError(other, { nodes, source, positions, extensions: { code } });
