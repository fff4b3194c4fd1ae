import sharp, { type OverlayOptions } from 'sharp';
import { Sequence } from '#platform';
import type { Split } from '../check/finding.js';
import type { IncomingPicture } from '../dataset/accept-pictures.service.js';
import { drawFace, SIDE } from './draw-face.rules.js';
import { FACES, type Face } from './faces.rules.js';

/** Pictures of each person. */
export const EACH = 50;
/** Every fifth one is for validation, so that both parts see every kind of light. */
const VALIDATION_EVERY = 5;
const SEED = 20_240;

// A camera's grain, so that no two pictures of a person are near in pixels.
function grain(random: Sequence): OverlayOptions {
  const strength = random.between(4, 16);
  const bytes = Buffer.alloc(SIDE * SIDE * 4);
  for (let at = 0; at < bytes.length; at += 4) {
    const value = random.between(-strength, strength);
    bytes.fill(value > 0 ? 255 : 0, at, at + 3);
    bytes[at + 3] = Math.abs(value);
  }
  return { input: bytes, raw: { width: SIDE, height: SIDE, channels: 4 } };
}

async function picture(face: Face, random: Sequence): Promise<Buffer> {
  const drawn = await sharp(Buffer.from(drawFace(face, random)))
    .modulate({ brightness: random.between(0.8, 1.2), saturation: random.between(0.6, 1.3) })
    .blur(random.between(0.3, 1.3))
    .toBuffer();
  return sharp(drawn)
    .composite([grain(random)])
    .removeAlpha()
    .jpeg({ quality: 88 })
    .toBuffer();
}

/** The pictures of one drawn person, as somebody would upload them: 160 x 160 JPEG, the same ones on every machine. */
export async function* sampleFaces(label: number): AsyncGenerator<IncomingPicture> {
  const face = FACES[label] as Face;
  const random = new Sequence(SEED + label);
  for (let number = 0; number < EACH; number++) {
    const bytes = await picture(face, random);
    const split: Split = number % VALIDATION_EVERY === 0 ? 'VALIDATION' : 'TRAINING';
    const name = `${face.key}/${String(number).padStart(2, '0')}.jpg`;
    yield { name, label: face.key, split, bytes: async () => bytes };
  }
}
