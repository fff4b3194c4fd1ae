import { createServer } from 'node:net';

const TRIES = 100;

/** Whether somebody could listen there now. */
export function isFree(port, host) {
  return new Promise((answer) => {
    const probe = createServer();
    probe.once('error', () => answer(false));
    probe.listen({ port, host, exclusive: true }, () => probe.close(() => answer(true)));
  });
}

/** The wished port, or the next free one when nobody insisted on it; null when there is none. */
export async function choosePort(config) {
  for (let port = config.port; port < config.port + TRIES && port < 65_536; port++) {
    if (await isFree(port, config.host)) return port;
    if (config.portIsFixed) return null;
  }
  return null;
}
