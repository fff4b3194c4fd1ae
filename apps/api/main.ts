import 'reflect-metadata';
import { ConfigurationError, createLog, EXIT_BAD_CONFIGURATION, loadConfig, Setup } from '#platform';
import { createApi } from './create-api.js';

async function main(): Promise<void> {
  const config = loadConfig();
  if (!config.databaseUrl) throw new ConfigurationError(['DATABASE_URL: an API on its own needs it']);
  const log = createLog(config.logLevel, 'api');
  const api = await createApi({ config, databaseUrl: config.databaseUrl, log });
  api.enableShutdownHooks();
  await api.listen({ port: config.port, host: config.host });
  const url = config.publicUrl ?? addressOf(config.host, config.port);
  const secret = await api.get(Setup, { strict: false }).issue();
  const setupUrl = secret ? new URL(`/setup?token=${secret}`, url).href : null;
  log.info({ url }, 'API is ready');
  process.send?.({ ready: true, url, setupUrl });
  // Without a supervisor that shows it, the link goes where the operator looks; never into the JSON log.
  if (setupUrl && !process.send)
    process.stderr.write(`Set up Untoil here (works once, for 30 minutes): ${setupUrl}\n`);
}

// An address to click: one that listens everywhere is opened by its loopback name.
function addressOf(host: string, port: number): string {
  const name = host === '0.0.0.0' || host === '::' ? 'localhost' : host;
  return `http://${name.includes(':') ? `[${name}]` : name}:${port}`;
}

main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`);
  process.exit(error instanceof ConfigurationError ? EXIT_BAD_CONFIGURATION : 1);
});
