import 'reflect-metadata';
import { ConfigurationError, createLog, EXIT_BAD_CONFIGURATION, loadConfig } from '#platform';
import { createApi } from './create-api.js';

async function main(): Promise<void> {
  const config = loadConfig();
  if (!config.databaseUrl) throw new ConfigurationError(['DATABASE_URL: an API on its own needs it']);
  const log = createLog(config.logLevel, 'api');
  const api = await createApi({ config, databaseUrl: config.databaseUrl, log });
  api.enableShutdownHooks();
  await api.listen({ port: config.port, host: config.host });
  const url = config.publicUrl ?? `http://${config.host}:${config.port}`;
  log.info({ url }, 'API is ready');
  process.send?.({ ready: true, url });
}

main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`);
  process.exit(error instanceof ConfigurationError ? EXIT_BAD_CONFIGURATION : 1);
});
