import type { BuildSchemaOptions } from '@nestjs/graphql';
import { DateTimeScalar } from './scalars.js';

/** How classes become GraphQL types: numbers are integers, a Date is an instant, unless a field says otherwise. */
export const schemaOptions: BuildSchemaOptions = {
  numberScalarMode: 'integer',
  scalarsMap: [{ type: Date, scalar: DateTimeScalar }],
};
