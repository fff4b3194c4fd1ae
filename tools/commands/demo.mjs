import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { seed } from '../demo/seed.mjs';
import { endWith } from '../supervisor/failure.mjs';
import { supervise } from '../supervisor/supervise.mjs';
import { announce } from './start.mjs';

/** What "npm start" does, on data of its own, with a sample organisation that is filled in while it runs. */
export default function demo(args) {
  if (args.length > 0) {
    process.stderr.write(`npm run demo takes no arguments, not ${args.join(' ')}\n`);
    return 2;
  }
  process.env.UNTOIL_DATA_DIR ||= join('.untoil', 'demo');
  if (!process.env.UNTOIL_ADMIN_TOKEN && !process.env.UNTOIL_ADMIN_TOKEN_FILE) {
    process.env.UNTOIL_ADMIN_TOKEN = randomBytes(32).toString('base64url');
  }
  // once it is told to stop, the server answers nothing more: that is no failure of the sample
  let stopping = false;
  for (const signal of ['SIGINT', 'SIGTERM']) process.once(signal, () => (stopping = true));
  const tell = (text) => !stopping && process.stdout.write(`demo: ${text}\n`);
  return endWith(
    supervise({
      onReady: (started) => {
        announce(started);
        const { address, config } = started;
        seed({ address, token: config.adminToken, tell }).catch((error) =>
          tell(`the sample is not complete: ${error.message} (start it again to go on)`),
        );
      },
    }),
  );
}
