import { NestFactory } from '@nestjs/core';
import { GraphQLSchemaBuilderModule, GraphQLSchemaFactory } from '@nestjs/graphql';
import { type GraphQLSchema, lexicographicSortSchema, printSchema } from 'graphql';
import { resolvers } from './app.module.js';
import { NodeResolver } from './graphql/node.resolver.js';
import { schemaOptions } from './graphql/schema-options.js';

/** The whole schema from the code alone: no database, no configuration, nothing started. */
export async function buildSchema(): Promise<GraphQLSchema> {
  const app = await NestFactory.createApplicationContext(GraphQLSchemaBuilderModule, { logger: ['error'] });
  try {
    const classes = [NodeResolver, ...resolvers].filter((provider) => typeof provider === 'function');
    return await app.get(GraphQLSchemaFactory).create(classes, { ...schemaOptions });
  } finally {
    await app.close();
  }
}

/** The schema as it is published: sorted, so that two branches that add to it rarely touch the same line. */
export const printed = (schema: GraphQLSchema): string => `${printSchema(lexicographicSortSchema(schema))}\n`;
