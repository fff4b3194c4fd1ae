import { createParamDecorator, type ExecutionContext, Injectable, type OnModuleInit } from '@nestjs/common';
import { DiscoveryService } from '@nestjs/core';
import DataLoader from 'dataloader';

/**
 * The loaders of one request, by name. Each domain adds its own beside its @Loads class:
 * `declare module '../graphql/loaders.js' { interface Loaders { service: Loader<Service> } }`.
 */
// biome-ignore lint/suspicious/noEmptyInterface: filled by declaration merging
export interface Loaders {}

/** Loads by key, each key once for one operation. Null (or the source's own "nothing") when there is none. */
export type Loader<T> = DataLoader<string, T | null>;

/** Where a loader reads from: all keys of one tick in one query. Keys without an entry have no value. */
export interface LoadsMany<T> {
  many(keys: readonly string[]): Promise<Map<string, T>>;
  /** What stands for a key without an entry; null when left out. */
  nothing?(): T;
}

const sources = new Map<object, string>();

/** Makes a provider the source of `loaders.<name>`. The class implements LoadsMany and is a provider of its module. */
export const Loads =
  (name: keyof Loaders & string): ClassDecorator =>
  (target) => {
    Injectable()(target);
    sources.set(target, name);
  };

/** Rows as a source's answer, by their id (or another key). */
export const byKey = <T extends object>(
  rows: readonly T[],
  keyOf = (row: T) => (row as { id: string }).id,
): Map<string, T> => new Map(rows.map((row) => [keyOf(row), row]));

/** Rows as the answer of a one-to-many source. */
export function grouped<T>(rows: readonly T[], keyOf: (row: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const row of rows) {
    const group = groups.get(keyOf(row));
    if (group) group.push(row);
    else groups.set(keyOf(row), [row]);
  }
  return groups;
}

/** Injects the request's loaders into a resolver method: `@Loaders() loaders: Loaders`. */
export const Loaders = createParamDecorator(
  (_: unknown, context: ExecutionContext): Loaders => context.getArgByIndex<{ loaders: Loaders }>(2).loaders,
);

/** Makes each request its own loaders, so that nothing read for one caller is served to another. */
@Injectable()
export class LoaderFactory implements OnModuleInit {
  private prototype: object = {};

  constructor(private readonly discovery: DiscoveryService) {}

  onModuleInit(): void {
    this.prototype = {};
    for (const { instance } of this.discovery.getProviders()) {
      const name = instance ? sources.get(instance.constructor) : undefined;
      if (name !== undefined) this.add(name, instance as LoadsMany<unknown>);
    }
  }

  /** Loaders are made when first asked for: an operation without edges makes none. */
  forRequest(): Loaders {
    return Object.create(this.prototype) as Loaders;
  }

  private add(name: string, source: LoadsMany<unknown>): void {
    if (name in this.prototype)
      throw new Error(`Two sources for loaders.${name}: keep one @Loads('${name}').`);
    Object.defineProperty(this.prototype, name, {
      get() {
        const loader = new DataLoader<string, unknown>(async (keys) => {
          const found = await source.many(keys);
          return keys.map((key) => found.get(key) ?? source.nothing?.() ?? null);
        });
        Object.defineProperty(this, name, { value: loader });
        return loader;
      },
    });
  }
}
