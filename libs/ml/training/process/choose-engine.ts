import { fork } from 'node:child_process';
import type { EngineChoice, TrainingEvent } from '../../engine/contract.js';
import { EngineChooser } from '../../engine/contract.js';
import type { ChooseOptions } from '../engines/open-engine.js';
import { entryPoint } from '../entry-point.js';
import type { TrainerMessage } from '../trainer.js';

const PATIENCE_MS = 60_000;

/** The port's implementation: a child loads and proves the engines, so that a bad library can only end the child. */
export class ForkedEngineChooser extends EngineChooser {
  choose(options: ChooseOptions = {}): Promise<EngineChoice> {
    const { url, execArgv } = entryPoint('../trainer', import.meta.url);
    const child = fork(url, { execArgv, stdio: ['ignore', 'ignore', 'ignore', 'ipc'], timeout: PATIENCE_MS });
    return new Promise((resolve, reject) => {
      child.on('message', (event: TrainingEvent) => {
        if (event.kind === 'engine') resolve(event.choice);
        if (event.kind === 'failed') reject(new Error(event.failure.sentence));
      });
      child.once('error', reject);
      child.once('close', (code, signal) =>
        reject(new Error(`The engines could not be tried (${signal ?? code}).`)),
      );
      child.send({ kind: 'choose', options } satisfies TrainerMessage, () => undefined);
    });
  }
}
