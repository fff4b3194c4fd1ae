import 'reflect-metadata';
import { ConfigurationError, createLog, EXIT_BAD_CONFIGURATION, loadConfig } from '#platform';
import { createWorker } from './create-worker.js';

async function main(): Promise<void> {
  const config = loadConfig();
  if (!config.databaseUrl) throw new ConfigurationError(['DATABASE_URL: a worker on its own needs it']);
  const log = createLog(config.logLevel, 'worker');
  const worker = await createWorker({ config, databaseUrl: config.databaseUrl, log });
  worker.app.enableShutdownHooks();
  await worker.start();
  log.info('worker is ready');
  process.send?.({ ready: true });
}

main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`);
  process.exit(error instanceof ConfigurationError ? EXIT_BAD_CONFIGURATION : 1);
});
