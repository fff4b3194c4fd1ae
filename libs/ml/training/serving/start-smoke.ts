import { fork } from 'node:child_process';
import { type SmokeOrder, type SmokeReport, SmokeTest } from '../../deployment/smoke-test.js';
import { entryPoint } from '../entry-point.js';

const PATIENCE_MS = 120_000;
const PATIENCE_FOR_A_PICTURE_MS = 50;

/** Tries models in a process that is started for each of them and ends with it. */
export class ForkedSmokeTest extends SmokeTest {
  run(order: SmokeOrder, signal?: AbortSignal): Promise<SmokeReport> {
    const { url, execArgv } = entryPoint('../smoke-process', import.meta.url);
    const child = fork(url, {
      execArgv,
      stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
      serialization: 'advanced',
    });
    const timer = setTimeout(
      () => child.kill('SIGKILL'),
      PATIENCE_MS + order.rows * PATIENCE_FOR_A_PICTURE_MS,
    );
    const stop = (): void => void child.kill('SIGKILL');
    signal?.addEventListener('abort', stop, { once: true });
    return new Promise<SmokeReport>((resolve, reject) => {
      child.on('message', (message: { report?: SmokeReport; error?: string }) => {
        if (message.report) resolve(message.report);
        else reject(new Error(message.error ?? 'The smoke test said nothing.'));
      });
      child.once('error', (error) => reject(new Error(`The smoke test does not start: ${error.message}`)));
      child.once('exit', (code, how) =>
        reject(new Error(`The smoke test ended early (${how ?? `code ${code}`}).`)),
      );
      child.send(order);
    }).finally(() => {
      clearTimeout(timer);
      signal?.removeEventListener('abort', stop);
    });
  }
}
