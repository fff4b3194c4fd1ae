import { workerData } from 'node:worker_threads';
import { backward, update } from './backward.js';
import { COMMAND, CONTROL } from './control.js';
import { forward } from './forward.js';
import { Lane, type LaneOrder } from './lane.js';

/** Obeys commands until told to stop. Thread 0 reports a command as finished once every thread is through. */
function serve(lane: Lane): void {
  for (let done = 0; ; ) {
    Atomics.wait(lane.control, CONTROL.sequence, done);
    const sequence = Atomics.load(lane.control, CONTROL.sequence);
    if (sequence === done) continue;
    done = sequence;
    const command = Atomics.load(lane.control, CONTROL.command);
    if (command === COMMAND.stop) return;
    forward(lane, command);
    if (command !== COMMAND.predict) {
      backward(lane);
      lane.meet();
      if (command === COMMAND.step) update(lane);
    }
    lane.meet();
    if (lane.thread !== 0) continue;
    Atomics.store(lane.control, CONTROL.finished, sequence);
    Atomics.notify(lane.control, CONTROL.finished);
  }
}

serve(new Lane(workerData as LaneOrder));
