import { Worker } from 'node:worker_threads';
import type { LayerPicture } from '../../inspector/layer-picture.js';
import { BadPrediction } from '../../serving/predict-request.rules.js';
import { entryPoint } from '../entry-point.js';
import type { DrawingAnswer, DrawingOrder } from './drawing-thread.js';

/** Drawings that may wait; predictions share these cores. */
const MOST_WAITING = 16;

/** Draws layers in a thread that lives for one drawing, one after the other. */
export class DrawingRoom {
  private last: Promise<unknown> = Promise.resolve();
  private waiting = 0;

  /** Throws BadPrediction when too many wait, or when the weights are refused. */
  async draw(order: DrawingOrder): Promise<LayerPicture[]> {
    if (this.waiting >= MOST_WAITING)
      throw new BadPrediction(503, 'Too many drawings are waiting; try again.');
    this.waiting += 1;
    const drawn = this.last.then(() => inThread(order));
    this.last = drawn.catch(() => undefined);
    try {
      return await drawn;
    } finally {
      this.waiting -= 1;
    }
  }
}

function inThread(order: DrawingOrder): Promise<LayerPicture[]> {
  const { url, execArgv } = entryPoint('drawing-thread', import.meta.url);
  const thread = new Worker(url, { execArgv, name: 'drawing' });
  return new Promise<LayerPicture[]>((resolve, reject) => {
    thread.once('message', (answer: DrawingAnswer) => {
      if ('pictures' in answer) resolve(answer.pictures);
      else reject(new BadPrediction(422, answer.error));
    });
    thread.once('error', reject);
    thread.once('exit', () => reject(new Error('The drawing thread ended early.')));
    thread.postMessage(order);
  }).finally(() => thread.terminate());
}
