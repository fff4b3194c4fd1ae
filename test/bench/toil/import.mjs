// How fast entries come in: as batches of 5,000 (of a stated class, and of a counted task type), through GraphQL, and as CSV.
import { headers, say, seconds } from './stage.mjs';

const ROWS = Number(process.env.UNTOIL_BENCH_ROWS ?? 50_000);
const BATCH = 5000;
// A request has at most 1 MiB.
const REQUEST = 2500;

const rowOf = (i) => {
  const at = Date.parse('2026-08-03T00:00:00Z') + (i % 40) * 900_000 + Math.floor(i / 20_000) * 86_400_000;
  return {
    person: `person-${1 + (i % 500)}`,
    service: `service-${1 + (i % 60)}`,
    start: new Date(at),
    end: new Date(at + 1_200_000),
  };
};
const rowsOf = (count, more) => Array.from({ length: count }, (_, i) => ({ ...rowOf(i), ...more(i) }));

async function inParts(rows, size, write) {
  const started = performance.now();
  for (let at = 0; at < rows.length; at += size) await write(rows.slice(at, at + size), at);
  return `${Math.round(rows.length / seconds(started))} rows/s`;
}

/** Prints the figures of bulk import. */
export default async function imports(house) {
  const { api, platform, toil, apiServer } = await house.stage('writes');
  const transactions = api.get(platform.Transactions);
  const bulk = api.get(toil.BulkWork);
  const batch = async (rows) => {
    const { refused } = await transactions.run((tx) => bulk.log(tx, platform.SYSTEM, rows));
    if (refused.length > 0) throw new Error(JSON.stringify(refused[0]));
  };
  const { url } = await apiServer();
  const ask = async (query, i) => {
    const body = JSON.stringify({ query, variables: { i } });
    const { data, errors } = await (await fetch(url, { method: 'POST', headers, body })).json();
    if (errors) throw new Error(JSON.stringify(errors[0]));
    return data;
  };
  await ask('mutation($i: DefineTaskTypeInput!) { defineTaskType(input: $i) { userErrors { code } } }', {
    key: 'restart',
    name: 'Restart',
    criteria: {
      ...{ manual: true, repetitive: true, automatable: true },
      ...{ tactical: false, noEnduringValue: true, scalesLinearly: true },
    },
  });
  const stated = rowsOf(ROWS, () => ({ workClass: 'TOIL', source: 'IMPORT' }));
  say(`bulk import in batches of ${BATCH}: ${await inParts(stated, BATCH, batch)} (goal 5000)`);
  const known = rowsOf(ROWS, (i) => ({ workClass: 'TOIL', source: 'IMPORT', externalId: `row-${i}` }));
  say(`... each row with an id of its own outside: ${await inParts(known, BATCH, batch)}`);
  say(`... all of it once more, nothing changes: ${await inParts(known, BATCH, batch)}`);
  const counted = rowsOf(ROWS / 2, () => ({ taskType: 'restart', source: 'IMPORT' }));
  say(`... of a task type whose occurrences count: ${await inParts(counted, BATCH, batch)}`);
  const mutation = `mutation($i: BulkLogWorkInput!) { bulkLogWork(input: $i) { entries { id } refused { index } } }`;
  const through = await inParts(stated.slice(0, ROWS / 2), REQUEST, async (entries) => {
    const { bulkLogWork } = await ask(mutation, { entries });
    if (bulkLogWork.entries.length !== entries.length)
      throw new Error(JSON.stringify(bulkLogWork.refused[0]));
  });
  say(`through bulkLogWork, ${REQUEST} rows a request: ${through}`);
  const csv = await inParts(stated.slice(0, ROWS / 2), BATCH, async (rows, at) => {
    const lines = rows.map(
      ({ person, service, start, end }, i) =>
        `c${at + i},${person},${service},,TOIL,${start.toISOString()},${end.toISOString()},,,`,
    );
    const content = `id,person,service,taskType,class,start,end,date,duration,note\n${lines.join('\n')}\n`;
    const work = api.get(toil.ImportWork, { strict: false });
    const { accepted, faults } = await transactions.run((tx) =>
      work.import(tx, platform.SYSTEM, { content: Buffer.from(content) }),
    );
    if (accepted !== rows.length) throw new Error(JSON.stringify(faults[0]));
  });
  say(`as CSV files of ${BATCH} rows: ${csv}`);
}
