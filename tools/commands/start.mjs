import { endWith } from '../supervisor/failure.mjs';
import { supervise } from '../supervisor/supervise.mjs';

const OPTIONS = new Set(['--empty']);

/** What whoever started it needs to know now. */
export function announce({ address, api }) {
  process.stdout.write(`\nUntoil is ready at ${api?.url ?? address}\n`);
  if (api?.setupUrl) {
    process.stdout.write(`Set it up here (works once, for 30 minutes): ${api.setupUrl}\n`);
  }
  process.stdout.write('Ctrl-C stops it.\n');
}

/** Runs Untoil until it is stopped. Creates no sample data; --empty says so and changes nothing. */
export default async function start(args) {
  const unknown = args.filter((arg) => !OPTIONS.has(arg));
  if (unknown.length > 0) {
    process.stderr.write(`npm start knows --empty only, not ${unknown.join(' ')}\n`);
    return 2;
  }
  return endWith(supervise({ onReady: announce }));
}
