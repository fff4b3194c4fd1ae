/** What a column of a file can say. */
export const IMPORT_FIELDS = [
  'id',
  'person',
  'firstName',
  'lastName',
  'username',
  'email',
  'service',
  'taskType',
  'workClass',
  'note',
  'startDate',
  'startTime',
  'endDate',
  'endTime',
  'start',
  'end',
  'date',
  'duration',
  'seconds',
] as const;
export type ImportField = (typeof IMPORT_FIELDS)[number];

export const IMPORT_FORMATS = ['UNTOIL', 'TOGGL', 'CLOCKIFY', 'KIMAI', 'HARVEST'] as const;
export type ImportFormat = (typeof IMPORT_FORMATS)[number];

/** How dates are written in a file. */
export const DATE_ORDERS = ['YMD', 'MDY', 'DMY'] as const;
export type DateOrder = (typeof DATE_ORDERS)[number];

interface FormatSpec {
  /** A file whose header holds one name of each of these is of this format. */
  marks: string[][];
  columns: Record<string, ImportField>;
  dateOrder: DateOrder;
}

/** Column names in lower case. Where a file has both, clock times win over a duration. */
export const FORMATS: Record<ImportFormat, FormatSpec> = {
  UNTOIL: {
    marks: [['person'], ['service'], ['tasktype'], ['duration']],
    columns: {
      ...{ id: 'id', person: 'person', service: 'service', tasktype: 'taskType', class: 'workClass' },
      ...{ start: 'start', end: 'end', date: 'date', duration: 'duration', note: 'note' },
    },
    dateOrder: 'YMD',
  },
  CLOCKIFY: {
    marks: [['project'], ['user'], ['start date'], ['start time'], ['duration (decimal)', 'duration (h)']],
    columns: {
      ...{ user: 'person', email: 'email', project: 'service', task: 'taskType', description: 'note' },
      ...{
        'start date': 'startDate',
        'start time': 'startTime',
        'end date': 'endDate',
        'end time': 'endTime',
      },
      'duration (h)': 'duration',
      'duration (decimal)': 'duration',
    },
    dateOrder: 'MDY',
  },
  TOGGL: {
    marks: [
      ['description'],
      ['start date'],
      ['start time'],
      ['end date', 'stop date'],
      ['end time', 'stop time'],
    ],
    columns: {
      ...{
        user: 'person',
        member: 'person',
        email: 'email',
        project: 'service',
        task: 'taskType',
        description: 'note',
      },
      ...{
        'start date': 'startDate',
        'start time': 'startTime',
        'end date': 'endDate',
        'end time': 'endTime',
        'stop date': 'endDate',
        'stop time': 'endTime',
      },
    },
    dateOrder: 'YMD',
  },
  KIMAI: {
    marks: [['date'], ['from'], ['to'], ['project'], ['activity']],
    columns: {
      ...{
        id: 'id',
        user: 'person',
        username: 'username',
        project: 'service',
        activity: 'taskType',
        description: 'note',
      },
      ...{ date: 'startDate', from: 'startTime', to: 'endTime', duration: 'seconds' },
    },
    dateOrder: 'YMD',
  },
  HARVEST: {
    marks: [['date'], ['project'], ['task'], ['hours']],
    columns: {
      ...{ id: 'id', date: 'date', project: 'service', task: 'taskType', notes: 'note', hours: 'duration' },
      ...{ email: 'email', 'first name': 'firstName', 'last name': 'lastName' },
    },
    dateOrder: 'YMD',
  },
};

/** The format that a header tells; null when it is none of ours. The order decides between similar ones. */
export function formatOf(header: readonly string[]): ImportFormat | null {
  const names = new Set(header.map(plainName));
  const order: ImportFormat[] = ['UNTOIL', 'CLOCKIFY', 'TOGGL', 'KIMAI', 'HARVEST'];
  return (
    order.find((format) => FORMATS[format].marks.every((mark) => mark.some((name) => names.has(name)))) ??
    null
  );
}

export const plainName = (name: string): string => name.trim().toLowerCase();

/** A foreign name as a key of ours would be written: "Check Out (EU)" -> "check-out-eu". */
export const keyOfName = (name: string): string =>
  name
    .trim()
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, 63);
