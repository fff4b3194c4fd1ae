import { createHash } from 'node:crypto';
import { createWriteStream, mkdirSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import yauzl from 'yauzl';
import { EngineFailure } from './failure.mjs';

const LIBRARIES = /^tensorflow\/(libtensorflow_cc\.so\.2|libtensorflow_framework\.so\.2)$/;
// What the C API's headers include, and nothing of the thirteen thousand others.
const HEADERS =
  /^tensorflow\/include\/(tensorflow\/c|tensorflow\/core\/platform|tsl\/platform|xla\/tsl\/c)\/.*\.h$/;
const CUDA = /^nvidia\/.*\/lib\/[^/]+\.so[.\d]*$/;

/** TensorFlow's version and flavour by the wheel's name, or null for another package's wheel. */
export function describeWheel(path) {
  const match = /^tensorflow(_cpu|_gpu)?-(\d+\.\d+\.\d+[^-]*)-/.exec(basename(path));
  return match && { version: match[2], gpu: match[1] !== '_cpu' };
}

/** Where an entry of a wheel goes inside the engine folder, or null when it is not needed. */
function targetOf(name) {
  if (LIBRARIES.test(name) || CUDA.test(name)) return join('lib', basename(name));
  if (HEADERS.test(name)) return name.replace('tensorflow/', '');
  return null;
}

/** Unpacks what an engine needs from a wheel and compares it with the checksums in the wheel's own RECORD. */
export async function unpackWheel(path, folder) {
  const zip = await yauzl.openPromise(path).catch((error) => {
    throw new EngineFailure(`${path} is not a readable wheel: ${error.message}.`);
  });
  const found = new Map();
  let record = '';
  try {
    for await (const entry of zip.eachEntry()) {
      if (/^[^/]+\.dist-info\/RECORD$/.test(entry.fileName))
        record = await text(await zip.openReadStreamPromise(entry));
      const target = targetOf(entry.fileName);
      if (!target) continue;
      const to = join(folder, target);
      mkdirSync(dirname(to), { recursive: true });
      const hash = createHash('sha256');
      const measure = new Transform({
        transform(chunk, _encoding, next) {
          hash.update(chunk);
          next(null, chunk);
        },
      });
      await pipeline(await zip.openReadStreamPromise(entry), measure, createWriteStream(to, { mode: 0o644 }));
      found.set(entry.fileName, hash.digest('base64url'));
    }
  } finally {
    zip.close();
  }
  const promised = new Map(
    record
      .split('\n')
      .map((line) => /^"?(.*?)"?,sha256=([^,]+),/.exec(line))
      .filter(Boolean)
      .map((m) => [m[1], m[2]]),
  );
  for (const [name, digest] of found) {
    if (promised.get(name) !== digest)
      throw new EngineFailure(
        `${name} in ${basename(path)} does not match the wheel's own checksum; fetch it again.`,
      );
  }
  return found.size;
}

async function text(stream) {
  const chunks = [];
  for await (const chunk of stream) chunks.push(chunk);
  return Buffer.concat(chunks).toString();
}
