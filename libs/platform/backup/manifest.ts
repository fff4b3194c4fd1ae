import { z } from 'zod';

const sha256 = z.string().regex(/^[0-9a-f]{64}$/);

const table = z.object({
  schema: z.string(),
  name: z.string(),
  columns: z.array(z.string()).min(1),
  rows: z.number().int().min(0),
  bytes: z.number().int().min(0),
  sha256,
});

/** What a backup says of itself; signed, and written after everything that it lists. */
export const manifestSchema = z.object({
  format: z.literal('untoil-backup-1'),
  madeAt: z.iso.datetime(),
  /** Names of the migrations that made these tables, oldest first. */
  migrations: z.array(z.string()).min(1),
  /** Which secret key sealed the secrets in it and signed its models (and this manifest). */
  keyId: z.string(),
  tables: z.array(table).min(1),
  objects: z.array(z.object({ sha256, bytes: z.number().int().min(0) })),
  /** Stored objects whose content was no longer theirs when the backup was made; they are not in it. */
  damaged: z.array(sha256),
});

export type BackupManifest = z.output<typeof manifestSchema>;
export type TableCopy = BackupManifest['tables'][number];

/** Name of the manifest in the archive, and of its signature. */
export const MANIFEST = 'manifest.json';
export const SIGNATURE = 'manifest.signature';

/** Name of a table's rows in the archive: PostgreSQL's COPY text. */
export const tableEntry = ({ schema, name }: Pick<TableCopy, 'schema' | 'name'>): string =>
  `tables/${schema}.${name}.copy`;

/** Name of a stored object in the archive. */
export const objectEntry = (address: string): string => `objects/${address}`;
