import { existsSync, mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import sharp from 'sharp';
import { Sequence } from '../random.mjs';
import { drawFace } from './draw.mjs';
import { FACES } from './people.mjs';

const EACH = 50;
const FOR_VALIDATION = 10;
const SEED = 20_240;

/** A camera's grain, so that no two pictures of a person are near in pixels. */
function grain(random, side) {
  const strength = random.between(4, 16);
  const bytes = Buffer.alloc(side * side * 4);
  for (let at = 0; at < bytes.length; at += 4) {
    const value = random.between(-strength, strength);
    bytes.fill(value > 0 ? 255 : 0, at, at + 3);
    bytes[at + 3] = Math.abs(value);
  }
  return { input: bytes, raw: { width: side, height: side, channels: 4 } };
}

async function picture(face, random) {
  const drawn = await sharp(Buffer.from(drawFace(face, random)))
    .modulate({ brightness: random.between(0.8, 1.2), saturation: random.between(0.6, 1.3) })
    .blur(random.between(0.3, 1.3))
    .toBuffer();
  return sharp(drawn)
    .composite([grain(random, 160)])
    .removeAlpha()
    .jpeg({ quality: 88 })
    .toBuffer();
}

/**
 * Draws the sample set into a folder, once: five people, 50 colour pictures each, and manifests that keep ten of each
 * for validation. A folder that was begun and not finished is drawn anew.
 */
export async function writeFaces(folder) {
  if (existsSync(join(folder, 'training.csv'))) return folder;
  const draft = `${folder}.new`;
  rmSync(draft, { recursive: true, force: true });
  rmSync(folder, { recursive: true, force: true });
  const rows = { training: [], validation: [] };
  for (const [label, face] of FACES.entries()) {
    mkdirSync(join(draft, face.key), { recursive: true });
    const random = new Sequence(SEED + label);
    for (let number = 0; number < EACH; number++) {
      const path = `${face.key}/${String(number).padStart(2, '0')}.jpg`;
      writeFileSync(join(draft, path), await picture(face, random));
      // Every fifth one: both parts see every kind of light.
      const part = number % (EACH / FOR_VALIDATION) === 0 ? 'validation' : 'training';
      rows[part].push(`${path},${face.key},${label}`);
    }
  }
  for (const [part, lines] of Object.entries(rows)) {
    writeFileSync(join(draft, `${part}.csv`), `${lines.join('\n')}\n`);
  }
  renameSync(draft, folder);
  return folder;
}
