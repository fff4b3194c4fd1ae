import { readFileSync } from 'node:fs';
import type { Command } from 'commander';
import { parse } from 'csv-parse/sync';
import iconv from 'iconv-lite';
import type { Context } from '../context.js';
import { type CsvRow, entriesOf } from '../csv-rows.rules.js';
import { EXIT, Failure } from '../failure.js';

const BULK = `mutation B($input: BulkLogWorkInput!) {
  bulkLogWork(input: $input) {
    entries { id }
    refused { index userErrors { code message path } }
    userErrors { code message path }
  }
}`;
const BATCH = 100;
const rowsOf = (count: number) => (count === 1 ? '1 row' : `${count} rows`);
// Node repeats path and system call, which say nothing more
const reasonOf = (error: unknown) =>
  (error instanceof Error ? error.message : String(error)).replace(/^[A-Z]+: ([^,]+), .*$/s, '$1');

interface BulkPayload {
  entries: { id: string }[];
  refused: { index: number; userErrors: { code: string; message: string }[] }[];
  userErrors: { code: string; message: string; path: string[] }[];
}

/** import csv: rows of work from a file; sent again they count once. */
export const addImportCommands = (program: Command, context: Context): void => {
  const { terminal } = context;
  program
    .command('import')
    .description('take work in from files')
    .command('csv')
    .argument(
      '<file>',
      'with a header: date or start and end, duration, person, service, taskType, class, note',
    )
    .description('log every row; good rows are kept, bad ones are named with their line')
    .option('--encoding <name>', 'utf-8, cp949, euc-kr, ...', 'utf-8')
    .option('--map <from=to...>', 'columns under another name, such as 날짜=date')
    .option('-p, --person <key>', 'for rows that name nobody')
    .option('--dry-run', 'show what would be sent')
    .action(
      async (
        file: string,
        options: { encoding: string; map?: string[]; person?: string; dryRun?: boolean },
      ) => {
        if (!iconv.encodingExists(options.encoding))
          throw new Failure(`Unknown encoding "${options.encoding}".`, EXIT.usage);
        const api = context.api();
        const names = new Map((options.map ?? []).map((pair) => pair.split('=') as [string, string]));
        let rows: CsvRow[];
        try {
          rows = parse(iconv.decode(readFileSync(file), options.encoding), {
            bom: true,
            columns: (head: string[]) => head.map((name) => names.get(name.trim()) ?? name.trim()),
            skip_empty_lines: true,
            trim: true,
          }) as CsvRow[];
        } catch (error) {
          throw new Failure(`${file}: ${reasonOf(error)}`, EXIT.usage);
        }
        const person = rows.every((row) => row.person) ? '' : await api.person(options.person);
        const entries = entriesOf(rows, person);
        if (options.dryRun) {
          terminal.answer(entries, `${rowsOf(entries.length)} would be sent.`);
          return;
        }
        let taken = 0;
        const refused: { line: number; message: string }[] = [];
        for (let from = 0; from < entries.length; from += BATCH) {
          terminal.progress(`${from} of ${entries.length}`);
          const payload = await api.write<BulkPayload>(BULK, {
            input: { entries: entries.slice(from, from + BATCH) },
          });
          taken += payload.entries.length;
          // line 1 is the header
          for (const one of payload.refused)
            refused.push({
              line: from + one.index + 2,
              message: one.userErrors.map((error) => error.message).join(' '),
            });
        }
        terminal.progressDone();
        for (const one of refused) terminal.say(`line ${one.line}: ${one.message}`);
        terminal.answer({ taken, refused }, `${taken} of ${rowsOf(entries.length)} taken.`);
        if (refused.length > 0)
          throw new Failure(`${rowsOf(refused.length)} ${refused.length === 1 ? 'was' : 'were'} refused.`);
      },
    );
};
