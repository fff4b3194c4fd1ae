// Toil at scale, in parts: how long a report takes (report), how fast entries come in (import), what logging one costs (log).
// Needs Linux and a built dist/. UNTOIL_BENCH_PARTS=log,import,report chooses the parts (all), UNTOIL_BENCH_ENTRIES the
// number of entries (2,000,000), UNTOIL_BENCH_ROUNDS and UNTOIL_BENCH_REQUESTS how often log measures (7 rounds of 3,000).
// UNTOIL_BENCH_KEEP names a folder where the databases of report stay filled for the next time.
import { openHouse } from './toil/stage.mjs';

const PARTS = ['report', 'import', 'log'];
const asked = process.env.UNTOIL_BENCH_PARTS?.split(',') ?? PARTS;
const unknown = asked.filter((part) => !PARTS.includes(part));
if (unknown.length > 0) throw new Error(`UNTOIL_BENCH_PARTS: ${unknown.join()}; there are ${PARTS.join()}`);

const house = await openHouse();
try {
  for (const part of PARTS.filter((name) => asked.includes(name))) {
    const { default: measure } = await import(`./toil/${part}.mjs`);
    await measure(house);
  }
} finally {
  await house.close();
}
