import { createHash } from 'node:crypto';
import { createReadStream, existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';

/** The folder that holds engine folders: `engines` in the data folder. */
export function enginesDir() {
  return join(resolve(process.env.UNTOIL_DATA_DIR || '.untoil'), 'engines');
}

/** The engine folders that have a readable passport (`engine.json`). */
export function installed() {
  const root = enginesDir();
  if (!existsSync(root)) return [];
  return readdirSync(root).flatMap((name) => {
    try {
      return [
        {
          name,
          folder: join(root, name),
          passport: JSON.parse(readFileSync(join(root, name, 'engine.json'), 'utf8')),
        },
      ];
    } catch {
      return [];
    }
  });
}

/** SHA-256 of a file as hex. */
export async function sha256Of(path) {
  const hash = createHash('sha256');
  for await (const chunk of createReadStream(path, { highWaterMark: 1 << 20 })) hash.update(chunk);
  return hash.digest('hex');
}

/** Compares every file of an engine folder with its passport; returns what differs. */
export async function differences({ folder, passport }) {
  const wrong = [];
  for (const [name, expected] of Object.entries(passport.files)) {
    const path = join(folder, name);
    if (!existsSync(path)) wrong.push(`${name} is missing`);
    else if ((await sha256Of(path)) !== expected) wrong.push(`${name} has changed`);
  }
  return wrong;
}
