import { spawn } from 'node:child_process';
import { existsSync, watch } from 'node:fs';
import { join } from 'node:path';
import { buildServer } from '../build/index.mjs';
import { ROOT } from '../install.mjs';
import { endWith } from '../supervisor/failure.mjs';
import { supervise } from '../supervisor/supervise.mjs';

const WATCHED = ['apps/api', 'apps/worker', 'libs', 'migrations'];
const SETTLE_MS = 150;

/** Compiles after each change, and lets the supervisor start API and worker again when something came of it. */
function watchSources(restart) {
  let timer;
  const rebuild = async () => {
    try {
      const changed = await buildServer();
      if (changed.length > 0) restart(changed);
    } catch (error) {
      process.stderr.write(`${error.message}\n`);
    }
  };
  for (const folder of WATCHED.filter((name) => existsSync(join(ROOT, name)))) {
    watch(join(ROOT, folder), { recursive: true }, () => {
      clearTimeout(timer);
      timer = setTimeout(rebuild, SETTLE_MS);
    }).unref();
  }
}

/** Vite's own server, which passes everything but the pages on to the API. */
function serveWeb(address) {
  const vite = join(ROOT, 'node_modules', 'vite', 'bin', 'vite.js');
  const child = spawn(process.execPath, [vite, '--config', join(ROOT, 'apps', 'web', 'vite.config.ts')], {
    cwd: ROOT,
    stdio: 'inherit',
    env: { ...process.env, UNTOIL_API: address },
  });
  process.once('exit', () => child.kill());
}

/** Database, API and worker that follow the sources, and the pages with hot reload. */
export default function dev() {
  return endWith(
    supervise({
      pages: false,
      onReady: ({ address, api, restart }) => {
        process.stdout.write(`\nThe API is ready at ${address}\n`);
        if (api?.setupUrl) process.stdout.write(`Setup link: ${api.setupUrl}\n`);
        serveWeb(address);
        watchSources((changed) => {
          process.stdout.write(`${changed.length} file(s) changed: ${changed.slice(0, 3).join(', ')}\n`);
          restart();
        });
      },
    }),
  );
}
