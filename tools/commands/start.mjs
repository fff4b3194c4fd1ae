import { StartFailure, supervise } from '../supervisor/supervise.mjs';

const OPTIONS = new Set(['--empty']);

function announce({ address, api }) {
  process.stdout.write(`\nUntoil is ready at ${address}\n`);
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
  try {
    return await supervise({ onReady: announce });
  } catch (error) {
    process.stderr.write(`${error instanceof StartFailure ? error.message : (error.stack ?? error)}\n`);
    return error.exitCode ?? 1;
  }
}
