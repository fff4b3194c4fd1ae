import {
  type DocumentNode,
  type FieldNode,
  type FragmentDefinitionNode,
  Kind,
  type OperationDefinitionNode,
  type SelectionSetNode,
} from 'graphql';

/** What one operation may ask for. Tokens are counted while parsing, the rest on the parsed document. */
export const LIMITS = Object.freeze({
  tokens: 1000,
  /** Nested selection sets. */
  depth: 8,
  /** The standard introspection query nests 14. */
  introspectionDepth: 20,
  aliases: 15,
  directives: 5,
  /** 1 for each object, 0.1 for each leaf, times `first` of every connection around it. */
  cost: 5000,
  /** Nodes of one page. */
  page: 100,
  /** Bytes of a request's body. */
  body: 1_048_576,
});

/** The first thing of a document that is too much, in one sentence; null when all of it is fine. */
export function excessOf(document: DocumentNode): string | null {
  const fragments = fragmentsOf(document);
  for (const operation of operationsOf(document)) {
    const size = sizeOf(operation.selectionSet, fragments, new Map(), operation.directives?.length ?? 0);
    if (size.depth > LIMITS.depth)
      return `The query nests ${size.depth} levels; ${LIMITS.depth} are allowed.`;
    if (size.introspection > LIMITS.introspectionDepth) {
      return `The introspection nests ${size.introspection} levels; ${LIMITS.introspectionDepth} are allowed.`;
    }
    if (size.aliases > LIMITS.aliases)
      return `The query has ${size.aliases} aliases; ${LIMITS.aliases} are allowed.`;
    if (size.directives > LIMITS.directives) {
      return `The query has ${size.directives} directives; ${LIMITS.directives} are allowed.`;
    }
  }
  return null;
}

/** Whether any operation of the document reads the schema itself. */
export function introspects(document: DocumentNode): boolean {
  const fragments = fragmentsOf(document);
  return operationsOf(document).some(
    (operation) => sizeOf(operation.selectionSet, fragments, new Map(), 0).introspection > 0,
  );
}

/** The cost of an operation under given variables; `first` in a variable counts with its value. */
export function costOf(
  document: DocumentNode,
  operationName: string | null | undefined,
  variables: Variables,
): number {
  const operations = operationsOf(document);
  const operation = operationName
    ? operations.find(({ name }) => name?.value === operationName)
    : operations[0];
  if (!operation) return 0;
  const defaults: Record<string, unknown> = {};
  for (const { variable, defaultValue } of operation.variableDefinitions ?? []) {
    if (defaultValue?.kind === Kind.INT) defaults[variable.name.value] = Number(defaultValue.value);
  }
  return selectionCost(
    operation.selectionSet,
    fragmentsOf(document),
    { ...defaults, ...variables },
    new Map(),
  );
}

type Variables = Readonly<Record<string, unknown>>;
type Fragments = ReadonlyMap<string, FragmentDefinitionNode>;

interface Size {
  depth: number;
  introspection: number;
  aliases: number;
  directives: number;
}

const operationsOf = (document: DocumentNode): OperationDefinitionNode[] =>
  document.definitions.filter((definition) => definition.kind === Kind.OPERATION_DEFINITION);

const fragmentsOf = (document: DocumentNode): Fragments =>
  new Map(
    document.definitions
      .filter((definition) => definition.kind === Kind.FRAGMENT_DEFINITION)
      .map((fragment) => [fragment.name.value, fragment]),
  );

// Every fragment is measured once and counted at each place that spreads it: a document in which each fragment
// spreads the next one twice is measured in linear time and still counted in full.
function sizeOf(
  set: SelectionSetNode,
  fragments: Fragments,
  done: Map<string, Size>,
  directives: number,
): Size {
  const total: Size = { depth: 0, introspection: 0, aliases: 0, directives };
  for (const selection of set.selections) {
    total.directives += selection.directives?.length ?? 0;
    if (selection.kind === Kind.FIELD && selection.alias) total.aliases++;
    const inner = innerSize(selection, fragments, done);
    if (!inner) continue;
    const isField = selection.kind === Kind.FIELD;
    const meta = isField && (selection.name.value === '__schema' || selection.name.value === '__type');
    const step = isField ? 1 : 0;
    total.aliases += inner.aliases;
    total.directives += inner.directives;
    if (meta) total.introspection = Math.max(total.introspection, inner.depth + 1);
    else total.depth = Math.max(total.depth, inner.depth + step);
    total.introspection = Math.max(total.introspection, inner.introspection);
  }
  return total;
}

function innerSize(
  selection: SelectionSetNode['selections'][number],
  fragments: Fragments,
  done: Map<string, Size>,
): Size | null {
  if (selection.kind !== Kind.FRAGMENT_SPREAD) {
    return selection.selectionSet ? sizeOf(selection.selectionSet, fragments, done, 0) : null;
  }
  const name = selection.name.value;
  const fragment = fragments.get(name);
  if (!fragment) return null;
  const before = done.get(name);
  if (before) return before;
  // A fragment inside itself is refused by validation; here it must only not loop.
  done.set(name, { depth: 0, introspection: 0, aliases: 0, directives: 0 });
  const size = sizeOf(fragment.selectionSet, fragments, done, fragment.directives?.length ?? 0);
  done.set(name, size);
  return size;
}

function selectionCost(
  set: SelectionSetNode,
  fragments: Fragments,
  variables: Variables,
  done: Map<string, number>,
): number {
  let cost = 0;
  for (const selection of set.selections) {
    if (selection.kind === Kind.FIELD) {
      cost += selection.selectionSet
        ? pageSize(selection, variables) *
          (1 + selectionCost(selection.selectionSet, fragments, variables, done))
        : 0.1;
    } else if (selection.kind === Kind.INLINE_FRAGMENT) {
      cost += selectionCost(selection.selectionSet, fragments, variables, done);
    } else {
      cost += fragmentCost(selection.name.value, fragments, variables, done);
    }
  }
  return cost;
}

function fragmentCost(
  name: string,
  fragments: Fragments,
  variables: Variables,
  done: Map<string, number>,
): number {
  const fragment = fragments.get(name);
  if (!fragment) return 0;
  const before = done.get(name);
  if (before !== undefined) return before;
  done.set(name, 0);
  const cost = selectionCost(fragment.selectionSet, fragments, variables, done);
  done.set(name, cost);
  return cost;
}

function pageSize(field: FieldNode, variables: Variables): number {
  const value = field.arguments?.find((argument) => argument.name.value === 'first')?.value;
  const first =
    value?.kind === Kind.INT
      ? Number(value.value)
      : value?.kind === Kind.VARIABLE
        ? variables[value.name.value]
        : 1;
  return typeof first === 'number' && first > 1 ? first : 1;
}
