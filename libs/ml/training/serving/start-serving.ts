import { fork } from 'node:child_process';
import {
  type FromServing,
  type RunningServing,
  ServingLauncher,
  type ToServing,
} from '../../serving/protocol.js';
import { entryPoint } from '../entry-point.js';

/** Starts serving processes as children; this process never loads a model. */
export class ForkedServing extends ServingLauncher {
  start(onMessage: (message: FromServing) => void): RunningServing {
    const { url, execArgv } = entryPoint('../serving-process', import.meta.url);
    const child = fork(url, {
      execArgv,
      stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
      serialization: 'advanced',
    });
    child.on('message', onMessage);
    return {
      pid: child.pid ?? -1,
      send: (message: ToServing) => {
        if (child.connected) child.send(message, () => undefined);
      },
      ended: new Promise((resolve) => {
        child.once('error', () => resolve());
        child.once('exit', () => resolve());
      }),
      kill: () => void child.kill('SIGKILL'),
    };
  }
}
