import { randomUUID } from 'node:crypto';
import { type Command, Option } from 'commander';
import type { Api } from '../api.js';
import type { Context } from '../context.js';
import { unknownKey, withHint } from '../did-you-mean.js';
import { localMinute } from '../line.rules.js';
import { wholeNumber } from '../whole-number.rules.js';

interface Incident {
  id: string;
  number: number;
  title: string;
  status: string;
  service: { key: string };
}
const FIELDS = 'id number title status severity openedAt service { key }';

/** The id of an incident named by its number or its id. */
const idOf = async (api: Api, name: string): Promise<string> => {
  if (!/^#?\d+$/.test(name)) return name;
  const number = Number(name.replace('#', ''));
  let after: string | null = null;
  do {
    const page: {
      incidents: { nodes: Incident[]; pageInfo: { hasNextPage: boolean; endCursor: string | null } };
    } = await api.query(
      'query I($after: String) { incidents(first: 100, after: $after) { nodes { id number } pageInfo { hasNextPage endCursor } } }',
      { after },
    );
    const found = page.incidents.nodes.find((one) => one.number === number);
    if (found) return found.id;
    after = page.incidents.pageInfo.hasNextPage ? page.incidents.pageInfo.endCursor : null;
  } while (after);
  throw unknownKey(`There is no incident #${number}.`);
};

/** incident open, ack, resolve, list. */
export const addIncidentCommands = (program: Command, context: Context): void => {
  const { terminal } = context;
  const incident = program.command('incident').description('open, acknowledge and resolve incidents');
  const event = async (name: string, type: string, options: { person?: string; handsOn?: string }) => {
    const api = context.api();
    const { incident: found } = await api.write<{ incident: Incident; userErrors: [] }>(
      `mutation E($input: RecordIncidentEventInput!) { recordIncidentEvent(input: $input) { incident { ${FIELDS} } userErrors { code message path } } }`,
      {
        input: {
          incident: await idOf(api, name),
          type,
          at: new Date().toISOString(),
          person: await api.person(options.person),
          source: 'cli',
          deliveryId: randomUUID(),
          handsOnMinutes: wholeNumber('--hands-on', options.handsOn),
        },
      },
    );
    terminal.answer(found, `#${found.number} ${found.title}: ${found.status.toLowerCase()}`);
  };
  incident
    .command('open')
    .description('untoil incident open checkout "answers 502" --severity 2')
    .argument('<service>')
    .argument('<title...>')
    .option('-s, --severity <1-5>', '1 is worst', '3')
    .action(async (service: string, title: string[], options: { severity: string }) => {
      const api = context.api();
      const { incident: opened } = await withHint(api, { list: 'services', key: service }, () =>
        api.write<{ incident: Incident; userErrors: [] }>(
          `mutation O($input: OpenIncidentInput!) { openIncident(input: $input) { incident { ${FIELDS} } userErrors { code message path } } }`,
          {
            input: {
              service,
              title: title.join(' '),
              severity: wholeNumber('--severity', options.severity),
              idempotencyKey: randomUUID(),
            },
          },
        ),
      );
      terminal.answer(opened, `Opened #${opened.number} ${opened.title}`);
    });
  for (const [name, type, words] of [
    ['ack', 'ACKNOWLEDGED', 'acknowledge: I am on it'],
    ['join', 'JOINED', 'join those who are on it'],
    ['leave', 'LEFT', 'leave it to the others'],
    ['resolve', 'RESOLVED', 'it is over'],
    ['reopen', 'REOPENED', 'it is back'],
  ] as const) {
    const command = incident
      .command(name)
      .description(words)
      .argument('<number>', 'number or id')
      .option('-p, --person <key>', 'who');
    if (name === 'resolve') command.option('--hands-on <minutes>', 'minutes really worked on it');
    command.action((number: string, options: { person?: string; handsOn?: string }) =>
      event(number, type, options),
    );
  }
  incident
    .command('list')
    .description('the newest incidents')
    .addOption(new Option('--status <status>', 'these only').choices(['open', 'acknowledged', 'resolved']))
    .action(async (options: { status?: string }) => {
      const { incidents } = await context
        .api()
        .query<{ incidents: { nodes: (Incident & { severity: number; openedAt: string })[] } }>(
          `query L($status: IncidentStatus) { incidents(status: $status, first: 50) { nodes { ${FIELDS} } } }`,
          { status: options.status?.toUpperCase() },
        );
      terminal.rows(
        incidents.nodes,
        ['#', 'service', 'severity', 'status', 'opened', 'title'],
        incidents.nodes.map((one) => [
          String(one.number),
          one.service.key,
          String(one.severity),
          terminal.paint(one.status.toLowerCase()),
          localMinute(new Date(one.openedAt)),
          one.title,
        ]),
        'No incident.',
      );
    });
};
