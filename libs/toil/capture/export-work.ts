import { Readable } from 'node:stream';
import { Injectable } from '@nestjs/common';
import { stringify } from 'csv-stringify';
import { Transactions } from '#platform';
import { Directory } from '../directory/directory.js';
import { Organizations } from '../organization/organizations.js';
import { dayStart } from '../time/zone.rules.js';
import { exactDuration, formatDuration } from '../work/duration.rules.js';

/** Which entries: those that began on dates [from, to) of the reporting zone, of a person and of a service (keys). */
export interface ExportAsked {
  from: string;
  to: string;
  person?: string | null;
  service?: string | null;
}

interface ExportRow {
  id: string;
  person: string;
  service: string | null;
  task_type: string | null;
  work_class: string;
  start_at: Date | null;
  end_at: Date | null;
  on_date: string | null;
  duration_seconds: number;
  note: string | null;
}

const PAGE = 1000;
const COLUMNS = ['id', 'person', 'service', 'taskType', 'class', 'start', 'end', 'date', 'duration', 'note'];

/** Writes the log as a CSV file that spreadsheets read (BOM) and that holds no formula. */
@Injectable()
export class ExportWork {
  constructor(
    private readonly transactions: Transactions,
    private readonly directory: Directory,
    private readonly organizations: Organizations,
  ) {}

  /** A stream of the file; unknown keys are refused before it begins. */
  async file(asked: ExportAsked): Promise<Readable> {
    const tx = this.transactions.read;
    const personId = asked.person ? (await this.directory.person(tx, asked.person, ['person'])).id : null;
    const serviceId = asked.service
      ? (await this.directory.service(tx, asked.service, ['service'])).id
      : null;
    return Readable.from(this.rows(asked, personId, serviceId)).pipe(
      stringify({
        bom: true,
        header: true,
        columns: COLUMNS,
        escape_formulas: true,
        // A line break of any kind ends a row for most readers, and some trim what is not quoted.
        quoted_match: /[\r\n]|^\s|\s$/,
        record_delimiter: 'windows',
      }),
    );
  }

  private async *rows({ from, to }: ExportAsked, personId: string | null, serviceId: string | null) {
    const { reportingZone } = await this.organizations.current(this.transactions.read);
    const [first, last] = [from, to].map((date) => new Date(dayStart(date, reportingZone))) as [Date, Date];
    let after: [Date, string] = [new Date(0), ''];
    for (;;) {
      const page: (ExportRow & { occurred_at: Date })[] = await this.transactions.read.query(
        `select e.id, p.key as person, s.key as service, t.key as task_type, e.work_class, e.start_at, e.end_at,
                e.on_date::text, e.duration_seconds, e.note, e.occurred_at
           from work_entry e join person p on p.id = e.person_id
           left join service s on s.id = e.service_id left join task_type t on t.id = e.task_type_id
          where not e.deleted and e.occurred_at >= $1::date - 1 and e.occurred_at < $2::date + 1
            and case when e.on_date is null then e.occurred_at >= $7 and e.occurred_at < $8
                     else e.on_date >= $1::date and e.on_date < $2::date end
            and (e.occurred_at, e.id) > ($3, $4)
            and ($5::text is null or e.person_id = $5) and ($6::text is null or e.service_id = $6)
          order by e.occurred_at, e.id limit ${PAGE}`,
        [from, to, ...after, personId, serviceId, first, last],
      );
      for (const row of page) yield cellsOf(row);
      const end = page.at(-1);
      if (!end || page.length < PAGE) return;
      after = [end.occurred_at, end.id];
    }
  }
}

function cellsOf(row: ExportRow): (string | null)[] {
  const { id, person, service, task_type, work_class, start_at, end_at, on_date, duration_seconds, note } =
    row;
  const times = [start_at?.toISOString() ?? null, end_at?.toISOString() ?? null];
  return [
    id,
    person,
    service,
    task_type,
    work_class,
    ...times,
    on_date,
    duration_seconds % 60 === 0 ? formatDuration(duration_seconds) : exactDuration(duration_seconds),
    note,
  ];
}
