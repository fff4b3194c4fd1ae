import { Statement, type Tx } from '#platform';
import { unknownKey } from '../directory/directory.js';
import { type Living, refuseArchived } from '../directory/lifecycle.rules.js';
import { ORGANIZATION_ID, type Organization } from '../organization/organization.entity.js';
import type { ClassifiedType } from './classification.rules.js';

/** The keys that an input names. */
export interface NamedKeys {
  /** Only of a new entry: work does not change hands. */
  person?: string | null;
  service?: string | null;
  taskType?: string | null;
}

/** A row as it was read: the tag is another as soon as anything about it changed. */
export interface Tagged {
  tag: string;
}

/** A person or service as an entry needs to know it. */
export type NamedThing = Living & Tagged;

/** A task type as an entry needs to know it. */
export type NamedType = NamedThing & ClassifiedType;

type Found<T> = Record<string, T> | null;

interface NamesRow extends Organization, Tagged {
  people: Found<NamedThing>;
  services: Found<NamedThing>;
  taskTypes: Found<NamedType>;
}

const LIFE = `'id', p.id, 'key', p.key, 'version', p.version, 'archivedAt', p.archived_at, 'mergedInto', p.merged_into,
  'tag', p.xmin::text`;

// The key of something that was merged stands for what it became part of.
const found = (table: string, keys: string, more = ''): string =>
  `(select json_object_agg(k.key, json_build_object(${LIFE}${more}))
    from ${table} k join ${table} p on p.id = coalesce(k.merged_into, k.id) where k.key = any(${keys}::text[]))`;

const NAMES = new Statement<NamesRow>(
  'work names',
  `select id, name, reporting_zone as "reportingZone", week_start as "weekStart",
     toil_budget_percent as "toilBudgetPercent", locale, settings, xmin::text as tag,
     ${found('person', '$2')} as people, ${found('service', '$3')} as services,
     ${found('task_type', '$4', `, 'criteria', p.criteria, 'forcedClass', p.forced_class`)} as "taskTypes"
   from organization where id = $1`,
);

/** What some inputs name, and the organisation that their dates are meant in: one statement for any number of them. */
export class WorkNames {
  private constructor(private readonly row: NamesRow) {}

  get organization(): Organization & Tagged {
    return this.row;
  }

  /** Looks up everything that the inputs name. */
  static async of(tx: Tx, inputs: readonly NamedKeys[]): Promise<WorkNames> {
    const keys = (name: keyof NamedKeys): string[] => [
      ...new Set(inputs.flatMap((input) => plain(input[name]) ?? [])),
    ];
    const [row] = await NAMES.rows(tx, [ORGANIZATION_ID, keys('person'), keys('service'), keys('taskType')]);
    return new WorkNames(row as NamesRow);
  }

  /** The person with the key, who takes entries; refused with NOT_FOUND or ARCHIVED. */
  person(key: string, path: string[]): NamedThing {
    return open(this.row.people, 'person', key, path);
  }

  /** The service with the key, which takes entries; an archived one only where the entry had it before (`kept`). */
  service(key: string, path: string[], kept?: string | null): NamedThing {
    return open(this.row.services, 'service', key, path, kept);
  }

  /** The task type with the key, which takes entries; an archived one only where the entry had it before (`kept`). */
  taskType(key: string, path: string[], kept?: string | null): NamedType {
    return open(this.row.taskTypes, 'task type', key, path, kept);
  }
}

// Keys hold no zero character, which the database could not even be asked about.
const plain = (key: string | null | undefined): string | null | undefined => key?.replaceAll('\0', '');

function open<T extends Living>(
  rows: Found<T>,
  kind: string,
  key: string,
  path: string[],
  kept?: string | null,
): T {
  const name = plain(key) ?? '';
  if (!rows || !Object.hasOwn(rows, name)) throw unknownKey(kind, key, path);
  const row = rows[name] as T;
  // JSON knows no instants.
  const archivedAt = row.archivedAt && new Date(row.archivedAt);
  return refuseArchived({ ...row, archivedAt }, kind, path, kept);
}
