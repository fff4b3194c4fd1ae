import { TypeMetadataStorage } from '@nestjs/graphql';
import { LazyMetadataStorage } from '@nestjs/graphql/dist/schema-builder/storages/lazy-metadata.storage.js';

interface Returns {
  typeFn?: (() => unknown) | undefined;
}

/**
 * Makes every connection type that a resolver names in its return type before the schema is built: Nest reads
 * `() => Connection(X)` only when it has stopped taking new types.
 */
export function makeConnections(classes: readonly unknown[]): void {
  const resolvers = classes.filter((one): one is new () => unknown => typeof one === 'function');
  LazyMetadataStorage.load(resolvers, { skipFieldLazyMetadata: true });
  const { fieldResolvers } = TypeMetadataStorage as unknown as { fieldResolvers: Returns[] };
  const places: Returns[] = [
    ...TypeMetadataStorage.getQueriesMetadata(),
    ...TypeMetadataStorage.getMutationsMetadata(),
    ...TypeMetadataStorage.getSubscriptionsMetadata(),
    ...fieldResolvers,
  ];
  for (const { typeFn } of places) typeFn?.();
}
