import type { Tx } from '#platform';
import type { WorkSource } from './work-entry.columns.js';

/** A thing outside, and the entry that it became. */
export interface Origin {
  source: WorkSource;
  externalId: string;
  entryId: string;
}

/** Which things outside were taken in, each once. */
export class OriginRepository {
  /** Claims things for entries; answers the entry of each that was taken in before. No thing may be named twice. */
  async claim(tx: Tx, origins: readonly Origin[]): Promise<Map<Origin, string>> {
    const known = new Map<Origin, string>();
    if (origins.length === 0) return known;
    // In one order, so that two batches never wait for each other.
    const claimed: { entryId: string }[] = await tx.query(
      `insert into work_origin (source, external_id, entry_id)
       select * from unnest($1::text[], $2::text[], $3::text[]) as t (source, external_id, entry_id) order by 1, 2
       on conflict do nothing returning entry_id as "entryId"`,
      [...columnsOf(origins), origins.map(({ entryId }) => entryId)],
    );
    if (claimed.length === origins.length) return known;
    const mine = new Set(claimed.map(({ entryId }) => entryId));
    const others = origins.filter(({ entryId }) => !mine.has(entryId));
    const before = await this.entriesOf(tx, others);
    for (const origin of others) known.set(origin, before.get(nameOf(origin)) as string);
    return known;
  }

  /** The entries that things became, by nameOf; those never seen are left out. */
  async entriesOf(
    tx: Tx,
    origins: readonly Pick<Origin, 'source' | 'externalId'>[],
  ): Promise<Map<string, string>> {
    if (origins.length === 0) return new Map();
    const rows: Origin[] = await tx.query(
      `select o.source, o.external_id as "externalId", o.entry_id as "entryId"
       from unnest($1::text[], $2::text[]) as t (source, external_id)
       join work_origin o on o.source = t.source and o.external_id = t.external_id`,
      columnsOf(origins),
    );
    return new Map(rows.map((row) => [nameOf(row), row.entryId]));
  }
}

/** A thing outside as one text. */
export const nameOf = ({ source, externalId }: Pick<Origin, 'source' | 'externalId'>): string =>
  `${source} ${externalId}`;

const columnsOf = (origins: readonly Pick<Origin, 'source' | 'externalId'>[]): string[][] => [
  origins.map(({ source }) => source),
  origins.map(({ externalId }) => externalId),
];
