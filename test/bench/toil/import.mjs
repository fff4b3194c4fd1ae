// How fast entries come in: as batches of 5,000, and as one CSV file.
import { say, seconds } from './stage.mjs';

const ROWS = 50_000;
const BATCH = 5000;

const rowOf = (i) => {
  const at = Date.parse('2026-08-03T00:00:00Z') + (i % 40) * 900_000 + Math.floor(i / 20_000) * 86_400_000;
  return {
    person: `person-${1 + (i % 500)}`,
    service: `service-${1 + (i % 60)}`,
    workClass: 'TOIL',
    start: new Date(at),
    end: new Date(at + 1_200_000),
  };
};

async function batches({ api, platform, toil }) {
  const work = api.get(toil.BulkWork);
  const transactions = api.get(platform.Transactions);
  const rows = Array.from({ length: ROWS }, (_, i) => ({ ...rowOf(i), source: 'IMPORT' }));
  const started = performance.now();
  for (let at = 0; at < rows.length; at += BATCH) {
    const { refused } = await transactions.run((tx) =>
      work.log(tx, platform.SYSTEM, rows.slice(at, at + BATCH)),
    );
    if (refused.length > 0) throw new Error(JSON.stringify(refused[0]));
  }
  return ROWS / seconds(started);
}

/** Prints the figures of bulk import. */
export default async function imports(stage) {
  say(`bulk import in batches of ${BATCH}: ${(await batches(stage)).toFixed(0)} rows/s (goal 5000)`);
}
