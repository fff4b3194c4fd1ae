import { DataSource, type EntityTarget, type MigrationInterface, type ObjectLiteral } from 'typeorm';
import { SnakeCase } from './snake-case.naming.js';

/** What a process brings to the database: its entities and the whole history. */
export interface DatabaseShape {
  entities: EntityTarget<ObjectLiteral>[];
  migrations: (new () => MigrationInterface)[];
}

/**
 * A data source for the given URL. Never synchronises: the tables come from the migrations alone.
 * poolSize is the most connections one process holds.
 */
export function createDataSource(url: string, shape: DatabaseShape, poolSize = 10): DataSource {
  return new DataSource({
    type: 'postgres',
    url,
    entities: shape.entities as never[],
    migrations: shape.migrations,
    migrationsTableName: 'migration',
    migrationsTransactionMode: 'each',
    namingStrategy: new SnakeCase(),
    synchronize: false,
    installExtensions: false,
    uuidExtension: 'pgcrypto',
    applicationName: 'untoil',
    poolSize,
    extra: { connectionTimeoutMillis: 10_000, keepAlive: true },
  });
}
