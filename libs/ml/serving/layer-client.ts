import { Injectable } from '@nestjs/common';
import { request } from 'undici';
import type { LayerPicture, LayerShow } from '../inspector/layer-picture.js';
import { BadPrediction } from './predict-request.rules.js';
import { LAYERS_PATH, SECRET_HEADER } from './protocol.js';
import { type ServingAddress, ServingRegister } from './serving-register.js';

const PATIENCE_MS = 10_000;
const RETRY_MS = 200;
const DRAWING_MS = 60_000;

/** Has a serving process draw layers: the API itself neither computes nor loads a model. */
@Injectable()
export class LayerClient {
  constructor(private readonly register: ServingRegister) {}

  /** weights: a weights file; pixels uint8 RGB [96, 96, 3] for activations. Throws BadPrediction with an HTTP status. */
  async draw(show: LayerShow, weights: Buffer, pixels: Uint8Array | null): Promise<LayerPicture[]> {
    const body = pixels ? Buffer.concat([pixels, weights]) : weights;
    const until = performance.now() + PATIENCE_MS;
    for (;;) {
      for (const address of await this.register.addresses()) {
        const drawn = await ask(address, show, body);
        if (drawn) return drawn;
      }
      // The first process of a worker comes up a moment after the first version.
      if (performance.now() > until)
        throw new BadPrediction(503, 'No worker runs that could draw this; try again.');
      await new Promise((resolve) => setTimeout(resolve, RETRY_MS));
    }
  }
}

/** Null when the process is gone or going: drawing changes nothing, so asking another one is harmless. */
async function ask(
  { url, secret }: ServingAddress,
  show: LayerShow,
  body: Buffer,
): Promise<LayerPicture[] | null> {
  const answer = await request(`${url}${LAYERS_PATH}${show}`, {
    method: 'POST',
    body,
    headers: { [SECRET_HEADER]: secret },
    headersTimeout: DRAWING_MS,
    bodyTimeout: DRAWING_MS,
  }).catch(() => null);
  if (!answer) return null;
  const text = await answer.body.text();
  if (answer.statusCode !== 200)
    throw new BadPrediction(answer.statusCode, (JSON.parse(text) as { error: string }).error);
  const drawn = JSON.parse(text) as { layer: string; silent: number | null; png: string }[];
  return drawn.map((one) => ({ ...one, png: Buffer.from(one.png, 'base64') }));
}
