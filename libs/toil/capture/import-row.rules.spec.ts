import { describe, expect, it } from 'vitest';
import { FORMATS, formatOf, type ImportFormat, keyOfName, plainName } from './import-format.rules.js';
import { dateOrderOf, readImportRow } from './import-row.rules.js';

const FILES: [ImportFormat, string[], string[], object][] = [
  [
    'TOGGL',
    [
      'User',
      'Email',
      'Client',
      'Project',
      'Task',
      'Description',
      'Billable',
      'Start date',
      'Start time',
      'End date',
      'End time',
      'Duration',
      'Tags',
    ],
    [
      'Kim',
      'kim@x.io',
      '',
      'Checkout',
      '',
      'restart',
      'No',
      '2026-03-04',
      '09:00:00',
      '2026-03-04',
      '09:45:00',
      '00:45:00',
      '',
    ],
    {
      people: ['kim@x.io', 'Kim'],
      service: 'Checkout',
      note: 'restart',
      timing: { startLocal: '2026-03-04T09:00:00', endLocal: '2026-03-04T09:45:00' },
    },
  ],
  [
    'CLOCKIFY',
    [
      'Project',
      'Client',
      'Description',
      'Task',
      'User',
      'Group',
      'Email',
      'Tags',
      'Billable',
      'Start Date',
      'Start Time',
      'End Date',
      'End Time',
      'Duration (h)',
      'Duration (decimal)',
    ],
    [
      'Checkout',
      '',
      'restart',
      'Deploy',
      'Kim',
      '',
      'kim@x.io',
      '',
      'No',
      '03/04/2026',
      '11:30:00 PM',
      '03/05/2026',
      '12:15:00 AM',
      '00:45:00',
      '0.75',
    ],
    { taskType: 'Deploy', timing: { startLocal: '2026-03-04T23:30:00', endLocal: '2026-03-05T00:15:00' } },
  ],
  [
    'TOGGL',
    ['Description', 'Tags', 'Member', 'Start date', 'Start time', 'Stop date', 'Stop time'],
    ['restart', '', 'Kim', '2026-03-04', '09:00:00', '2026-03-04', '09:45:00'],
    {
      ...{ people: ['Kim'], service: null, note: 'restart' },
      timing: { startLocal: '2026-03-04T09:00:00', endLocal: '2026-03-04T09:45:00' },
    },
  ],
  [
    'KIMAI',
    ['Date', 'From', 'To', 'Duration', 'Rate', 'User', 'Username', 'Customer', 'Project', 'Activity'],
    ['2026-03-04', '9:05 AM', '1:10 PM', '4:05', '0', 'Kim Lee', 'kim', 'ACME', 'Checkout', 'Deploy'],
    {
      ...{ people: ['kim', 'Kim Lee'], taskType: 'Deploy' },
      timing: { startLocal: '2026-03-04T09:05:00', endLocal: '2026-03-04T13:10:00' },
    },
  ],
  [
    'KIMAI',
    ['Date', 'From', 'To', 'Duration', 'User', 'Customer', 'Project', 'Activity', 'Description'],
    ['2026-03-04', '23:30', '00:15', '2700', 'kim', 'ACME', 'Checkout', 'Deploy', 'restart'],
    { taskType: 'Deploy', timing: { startLocal: '2026-03-04T23:30:00', endLocal: '2026-03-05T00:15:00' } },
  ],
  [
    'HARVEST',
    ['Date', 'Client', 'Project', 'Project Code', 'Task', 'Notes', 'Hours', 'First Name', 'Last Name'],
    ['2026-03-04', 'ACME', 'Checkout', '', 'Deploy', 'restart', '0,75', 'Kim', 'Lee'],
    { people: ['Kim Lee'], timing: { date: '2026-03-04', duration: '0.75' } },
  ],
  [
    'UNTOIL',
    ['id', 'person', 'service', 'taskType', 'class', 'start', 'end', 'date', 'duration', 'note'],
    ['x1', 'kim', 'checkout', 'deploy', 'toil', '', '', '2026-03-04', '45m', "'=1+1"],
    { id: 'x1', workClass: 'TOIL', note: '=1+1', timing: { date: '2026-03-04', duration: '45m' } },
  ],
];
const cellsOf = (format: ImportFormat, header: string[], row: string[]) =>
  new Map(
    header.flatMap((name, index) => {
      const field = FORMATS[format].columns[plainName(name)];
      return field ? [[field, row[index] ?? ''] as const] : [];
    }),
  );

describe('formatOf and readImportRow', () => {
  it.each(FILES)('%s', (format, header, row, expected) => {
    expect(formatOf(header)).toBe(format);
    expect(readImportRow(cellsOf(format, header, row), FORMATS[format].dateOrder)).toMatchObject(expected);
  });

  it('is no format of ours', () => {
    expect(formatOf(['a', 'b'])).toBeNull();
  });

  it.each([
    [
      [
        ['date', '2026-02-30'],
        ['duration', '1h'],
      ],
      '"2026-02-30" is no date',
    ],
    [[['date', '2026-02-03']], 'it says neither times nor a duration'],
    [[['duration', '1h']], 'it says no date'],
    [
      [
        ['startDate', '2026-02-03'],
        ['startTime', '25:00'],
        ['endTime', '10:00'],
      ],
      '"25:00" is no time',
    ],
  ] as [
    [Parameters<typeof readImportRow>[0] extends ReadonlyMap<infer F, string> ? F : never, string][],
    string,
  ][])('says what is wrong with %j', (cells, message) => {
    expect(readImportRow(new Map(cells), 'YMD')).toBe(message);
  });

  it('reads dates in the order of the file', () => {
    const cells = new Map([
      ['date', '03.04.2026'],
      ['duration', '1'],
    ] as const);
    expect(readImportRow(cells, 'DMY')).toMatchObject({ timing: { date: '2026-04-03' } });
    expect(readImportRow(cells, 'MDY')).toMatchObject({ timing: { date: '2026-03-04' } });
  });
});

describe('dateOrderOf', () => {
  it.each([
    [['03/04/2026', '03/05/2026'], 'MDY', 'MDY'],
    [['03/04/2026', '13/04/2026', ''], 'MDY', 'DMY'],
    [['26.01.2026'], 'YMD', 'DMY'],
    [['2026-03-04', '2026-03-05'], 'MDY', 'MDY'],
    [['03/04/2026', 'soon'], 'MDY', 'MDY'],
    [['13/04/2026', '04/13/2026'], 'MDY', 'MDY'],
    [[], 'YMD', 'YMD'],
  ] as const)('of %j, usually %s, is %s', (dates, usual, expected) => {
    expect(dateOrderOf(dates, usual)).toBe(expected);
  });
});

describe('times', () => {
  it.each([
    ['12:00 AM', '00:00:00'],
    ['12:05 pm', '12:05:00'],
    ['1:05:09 p.m.', '13:05:09'],
    ['오전 9:05', '09:05:00'],
    ['오후 12:30:01', '12:30:01'],
    ['9:05', '09:05:00'],
    ['13:05 PM', null],
    ['9:05:60', null],
  ])('%s is %s', (startTime, expected) => {
    const cells = new Map([
      ...([
        ['startDate', '2026-03-04'],
        ['endDate', '2026-03-05'],
        ['endTime', '23:00'],
      ] as const),
      ['startTime', startTime] as const,
    ]);
    const row = readImportRow(cells, 'YMD');
    expect(typeof row === 'string' ? null : (row.timing as { startLocal: string }).startLocal.slice(11)).toBe(
      expected,
    );
  });
});

describe('keyOfName', () => {
  it.each([
    ['Check Out (EU)', 'check-out-eu'],
    ['  Search ', 'search'],
    ['결제', ''],
  ])('%j', (name, key) => {
    expect(keyOfName(name)).toBe(key);
  });
});
