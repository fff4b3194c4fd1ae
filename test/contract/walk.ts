import {
  buildSchema as buildFromText,
  type GraphQLArgument,
  type GraphQLInputField,
  type GraphQLNamedType,
  type GraphQLSchema,
  isEnumType,
  isInputObjectType,
  isInterfaceType,
  isObjectType,
} from 'graphql';

type Slot = Pick<GraphQLArgument | GraphQLInputField, 'name' | 'type' | 'defaultValue'>;

/** Everything of the contract that the schema lacks or has otherwise, one line each: "Service.key: String! expected, ...". */
export function walkContract(contract: string, schema: GraphQLSchema): string[] {
  const wanted = buildFromText(contract);
  return Object.values(wanted.getTypeMap())
    .filter(({ name }) => !name.startsWith('__'))
    .flatMap((type) => typeFaults(type, schema.getType(type.name)));
}

function typeFaults(wanted: GraphQLNamedType, built: GraphQLNamedType | undefined): string[] {
  if (!built) return [`${wanted.name}: missing`];
  if (wanted.constructor.name !== built.constructor.name) return [`${wanted.name}: another kind of type`];
  if (isEnumType(wanted) && isEnumType(built)) {
    const values = new Set(built.getValues().map(({ name }) => name));
    return wanted
      .getValues()
      .flatMap(({ name }) => (values.has(name) ? [] : [`${wanted.name}.${name}: missing`]));
  }
  if (isInputObjectType(wanted) && isInputObjectType(built)) {
    return slotFaults(wanted.name, Object.values(wanted.getFields()), Object.values(built.getFields()));
  }
  if ((isObjectType(wanted) || isInterfaceType(wanted)) && (isObjectType(built) || isInterfaceType(built))) {
    const names = new Set(built.getInterfaces().map(({ name }) => name));
    const interfaces = wanted.getInterfaces().filter(({ name }) => !names.has(name));
    return [
      ...interfaces.map(({ name }) => `${wanted.name}: does not implement ${name}`),
      ...Object.values(wanted.getFields()).flatMap((field) => {
        const place = `${wanted.name}.${field.name}`;
        const other = built.getFields()[field.name];
        if (!other) return [`${place}: missing`];
        return [...typeFault(place, field.type, other.type), ...slotFaults(place, field.args, other.args)];
      }),
    ];
  }
  return [];
}

function slotFaults(place: string, wanted: readonly Slot[], built: readonly Slot[]): string[] {
  const missing = wanted.flatMap((slot) => {
    const other = built.find(({ name }) => name === slot.name);
    if (!other) return [`${place}.${slot.name}: missing`];
    const same = JSON.stringify(slot.defaultValue) === JSON.stringify(other.defaultValue);
    const fault = `${place}.${slot.name}: default ${JSON.stringify(slot.defaultValue)} expected, ${JSON.stringify(other.defaultValue)} built`;
    return [...typeFault(`${place}.${slot.name}`, slot.type, other.type), ...(same ? [] : [fault])];
  });
  // What the server adds must not be required, or a caller who knows only the contract cannot call.
  const known = new Set(wanted.map(({ name }) => name));
  const demanded = built.filter(
    (slot) => !known.has(slot.name) && String(slot.type).endsWith('!') && slot.defaultValue === undefined,
  );
  return [...missing, ...demanded.map(({ name }) => `${place}.${name}: added and required`)];
}

const typeFault = (place: string, wanted: unknown, built: unknown): string[] =>
  String(wanted) === String(built) ? [] : [`${place}: ${wanted} expected, ${built} built`];
