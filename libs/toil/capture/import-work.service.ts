import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { parse } from 'csv-parse/sync';
import { type Caller, Refusal, refuseIfAny, type Tx } from '#platform';
import { BulkWork } from '../work/bulk-work.js';
import { nameOf, OriginRepository } from '../work/origin.repository.js';
import { WorkRepository } from '../work/work.repository.js';
import type { NewWork } from '../work/work-log.js';
import {
  type DateOrder,
  FORMATS,
  formatOf,
  type ImportField,
  type ImportFormat,
  plainName,
} from './import-format.rules.js';
import { ImportNames } from './import-names.js';
import { dateOrderOf, readImportRow } from './import-row.rules.js';
import { type ImportEncoding, textOf } from './import-text.js';

/** A file to be taken in. What is left out is told by the file itself, or by the organisation. */
export interface ImportAsked {
  content: Buffer;
  encoding?: ImportEncoding | null;
  format?: ImportFormat | null;
  /** Zone of wall-clock times. */
  zone?: string | null;
  dateOrder?: DateOrder | null;
  /** Whose rows without a person are. */
  person?: string | null;
  columns?: { column: string; field: ImportField }[] | null;
  preview?: boolean | null;
}

/** A row that was not taken in; line is 1-based and counts the header. */
export interface ImportFault {
  line: number;
  message: string;
}

/** What a file became. unchanged: rows of an earlier import. */
export interface Imported {
  format: ImportFormat | null;
  accepted: number;
  unchanged: number;
  faults: ImportFault[];
}

interface ReadyRow {
  line: number;
  origin: string;
  /** As a file of ours names the entry; here it may be an entry already. */
  id: string | null;
  work: NewWork;
}

const DATES: ReadonlySet<ImportField> = new Set(['date', 'startDate', 'endDate']);
const BATCH = 2000;
const MOST_BYTES = 20 * 1024 * 1024;

/** Takes in work from files of other tools; the same file again changes nothing. */
@Injectable()
export class ImportWork {
  private readonly origins = new OriginRepository();
  private readonly entries = new WorkRepository();

  constructor(
    private readonly names: ImportNames,
    private readonly bulk: BulkWork,
  ) {}

  /** Logs the good rows and names the bad ones. A preview does the same and takes it all back. */
  async import(tx: Tx, caller: Caller, asked: ImportAsked): Promise<Imported> {
    const { rows, faults, format } = await this.read(tx, asked);
    // One import at a time, so that the same file twice at once cannot be taken in twice.
    await tx.query("select pg_advisory_xact_lock(hashtextextended('import', 0))");
    const known = await this.known(tx, rows);
    const fresh = rows.filter(({ origin, id }) => !known.has(origin) && !(id && known.has(id)));
    let accepted = 0;
    for (let start = 0; start < fresh.length; start += BATCH) {
      accepted += await this.write(tx, caller, fresh.slice(start, start + BATCH), faults);
    }
    faults.sort((a, b) => a.line - b.line);
    return { format, accepted, unchanged: rows.length - fresh.length, faults };
  }

  private async write(tx: Tx, caller: Caller, rows: ReadyRow[], faults: ImportFault[]): Promise<number> {
    const { entries, refused } = await this.bulk.log(
      tx,
      caller,
      rows.map(({ work }) => work),
    );
    const bad = new Map(refused.map(({ index, error }) => [index, error.message]));
    for (const [index, message] of bad) faults.push({ line: rows[index]?.line ?? 0, message });
    const good = rows.filter((_, index) => !bad.has(index));
    const origins = entries.map((entry, index) => ({
      source: 'IMPORT' as const,
      externalId: good[index]?.origin ?? entry.id,
      entryId: entry.id,
    }));
    await this.origins.claim(tx, origins);
    return entries.length;
  }

  private async known(tx: Tx, rows: readonly ReadyRow[]): Promise<Set<string>> {
    const asked = rows.map(({ origin }) => ({ source: 'IMPORT' as const, externalId: origin }));
    const found = await this.origins.entriesOf(tx, asked);
    const ids = rows.flatMap(({ id }) => id ?? []);
    return new Set([
      ...asked.filter((one) => found.has(nameOf(one))).map(({ externalId }) => externalId),
      ...(await this.entries.existing(tx, ids)),
    ]);
  }

  private async read(tx: Tx, asked: ImportAsked) {
    const [{ record: header } = { record: [] }, ...records] = recordsOf(asked);
    const format = asked.format ?? formatOf(header);
    const fields = fieldsOf(header, format, asked.columns ?? []);
    if (!fields.some((field) => field !== null)) {
      throw new Refusal(
        'INVALID_INPUT',
        'No column of this header is known: name the format or map the columns.',
        ['input', 'columns'],
      );
    }
    const dates = records.flatMap(({ record }) =>
      fields.flatMap((field, column) => (field && DATES.has(field) ? (record[column] ?? '') : [])),
    );
    const order = asked.dateOrder ?? dateOrderOf(dates, format ? FORMATS[format].dateOrder : 'YMD');
    const names = await this.names.reader(tx, asked.zone ?? null, asked.person ?? null);
    const faults: ImportFault[] = [];
    const rows: ReadyRow[] = [];
    const seen = new Map<string, number>();
    for (const { record, line } of records) {
      const cells = new Map(
        fields.flatMap((field, column) => (field ? [[field, record[column] ?? ''] as const] : [])),
      );
      const row = overflow(record, header) ?? readImportRow(cells, order);
      const work = typeof row === 'string' ? row : await names.work(row);
      if (typeof work === 'string') faults.push({ line, message: work });
      else
        rows.push({
          line,
          work,
          id: format === 'UNTOIL' && typeof row !== 'string' ? row.id : null,
          origin: originOf(typeof row === 'string' ? null : row.id, format, record, seen),
        });
    }
    return { rows, faults, format };
  }
}

/** Rows with the lines that they begin on; a note may go over several. */
function recordsOf({ content, encoding }: ImportAsked): { record: string[]; line: number }[] {
  if (content.length > MOST_BYTES)
    throw new Refusal('INVALID_INPUT', 'A file has at most 20 MiB.', ['input', 'content']);
  const text = textOf(content, encoding ?? null)
    .replaceAll('\0', '')
    .replaceAll('\r\n', '\n');
  const [first = ''] = text.split('\n', 1);
  const delimiter = [',', ';', '\t'].reduce((best, one) =>
    first.split(one).length > first.split(best).length ? one : best,
  );
  try {
    const rows: { record: string[]; line: number }[] = [];
    parse(text, {
      bom: true,
      delimiter,
      relax_column_count: true,
      // A quote in the middle of a cell (a 5" disk) is a character like any other.
      relax_quotes: true,
      skip_empty_lines: true,
      trim: true,
      on_record: (record: string[], { lines }) => {
        rows.push({ record, line: lines - record.join('').split('\n').length + 1 });
        return null;
      },
    });
    return rows;
  } catch (error) {
    throw new Refusal('INVALID_INPUT', `This is no CSV file: ${(error as Error).message}`, [
      'input',
      'content',
    ]);
  }
}

// A text with the separator in it that nobody quoted would lose what follows.
const overflow = (record: readonly string[], header: readonly string[]): string | null =>
  record.slice(header.length).some((cell) => cell !== '')
    ? `it has ${record.length} cells, the header ${header.length}: a text that holds the separator stands in quotes`
    : null;

function fieldsOf(
  header: readonly string[],
  format: ImportFormat | null,
  mapped: readonly { column: string; field: ImportField }[],
): (ImportField | null)[] {
  const names = new Set(header.map(plainName));
  refuseIfAny(
    mapped.flatMap(({ column }, index) =>
      names.has(plainName(column))
        ? []
        : new Refusal('INVALID_INPUT', `The file has no column "${column.slice(0, 63)}".`, [
            'input',
            'columns',
            String(index),
            'column',
          ]),
    ),
  );
  const own = new Map(mapped.map(({ column, field }) => [plainName(column), field]));
  return header.map(
    (name) => own.get(plainName(name)) ?? (format && FORMATS[format].columns[plainName(name)]) ?? null,
  );
}

// Rows without an id are told apart by what they say; two equal rows of one file are two pieces of work.
function originOf(
  id: string | null,
  format: string | null,
  record: string[],
  seen: Map<string, number>,
): string {
  if (id) return `${format ?? 'csv'} ${id}`.slice(0, 255);
  const digest = createHash('sha256').update(JSON.stringify(record)).digest('hex');
  const count = (seen.get(digest) ?? 0) + 1;
  seen.set(digest, count);
  return `${format ?? 'csv'} ${digest} ${count}`;
}
