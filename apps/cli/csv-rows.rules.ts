import { createHash } from 'node:crypto';

/** A row of the file by column name. */
export type CsvRow = Record<string, string | undefined>;

// "1시간 30분" and "45 min", as spreadsheets hold them, in the API's letters
const durationOf = (text: string | undefined) =>
  text
    ?.toLowerCase()
    .replaceAll(/\s/g, '')
    .replace(/시간반$/, 'h30m')
    .replace(/시간|hours?|hrs?/, 'h')
    .replace(/(분|minutes?|mins?)$/, 'm');

/** Rows as the API takes them; the key comes from the row's content and its repetition, so that a second import adds nothing. */
export const entriesOf = (rows: readonly CsvRow[], person: string): Record<string, string>[] => {
  const seen = new Map<string, number>();
  return rows.map((row) => {
    const entry: Record<string, string> = {};
    const set = (name: string, value: string | undefined) => {
      if (value) entry[name] = value;
    };
    set('person', row.person || person);
    set('service', row.service);
    set('taskType', row.taskType ?? row.task_type ?? row.type);
    set('workClass', (row.class ?? row.workClass)?.toUpperCase());
    set('note', row.note);
    set('start', row.start);
    set('end', row.end);
    if (!row.start) {
      set('date', row.date);
      set('duration', durationOf(row.duration));
    }
    const content = createHash('sha256')
      .update(JSON.stringify(Object.entries(entry).sort()))
      .digest('hex');
    const nth = (seen.get(content) ?? 0) + 1;
    seen.set(content, nth);
    return { ...entry, source: 'IMPORT', idempotencyKey: `csv:${content.slice(0, 40)}:${nth}` };
  });
};
