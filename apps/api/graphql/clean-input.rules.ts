import {
  type GraphQLArgument,
  type GraphQLInputField,
  type GraphQLInputType,
  getNullableType,
  isInputObjectType,
  isListType,
  isNonNullType,
} from 'graphql';

type Clean = (value: unknown) => unknown;
type Slot = Pick<GraphQLArgument | GraphQLInputField, 'name' | 'type' | 'defaultValue'>;

const known = new WeakMap<object, Clean>();

/** Makes an explicit null equal to leaving the argument out: it is dropped, or its declared default applies. */
export function cleanArguments(
  slots: readonly Slot[],
): ((args: Record<string, unknown>) => Record<string, unknown>) | null {
  if (slots.every((slot) => isNonNullType(slot.type) && !hasInputObject(slot.type))) return null;
  return cleanFields(slots) as (args: Record<string, unknown>) => Record<string, unknown>;
}

function cleanFields(slots: readonly Slot[]): Clean {
  const cleaners = slots.map((slot) => ({
    slot,
    clean: hasInputObject(slot.type) ? cleanOf(slot.type) : null,
  }));
  return (value) => {
    const given = value as Record<string, unknown>;
    const kept: Record<string, unknown> = {};
    for (const { slot, clean } of cleaners) {
      const part = given[slot.name] ?? slot.defaultValue;
      if (part !== undefined && part !== null) kept[slot.name] = clean ? clean(part) : part;
    }
    return kept;
  };
}

function cleanOf(type: GraphQLInputType): Clean {
  const bare = getNullableType(type);
  if (isListType(bare)) {
    const item = cleanOf(bare.ofType);
    return (value) =>
      Array.isArray(value) ? value.map((part) => (part === null ? null : item(part))) : value;
  }
  if (!isInputObjectType(bare)) return (value) => value;
  const before = known.get(bare);
  if (before) return before;
  // Entered before its fields are read: an input type may hold itself.
  let made: Clean | null = null;
  const lazy: Clean = (value) => {
    made ??= cleanFields(Object.values(bare.getFields()));
    return made(value);
  };
  known.set(bare, lazy);
  return lazy;
}

function hasInputObject(type: GraphQLInputType): boolean {
  let bare = getNullableType(type);
  while (isListType(bare)) bare = getNullableType(bare.ofType);
  return isInputObjectType(bare);
}
