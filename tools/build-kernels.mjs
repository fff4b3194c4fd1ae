// Compiles the WASM engine's kernels: one source, a plain and a relaxed SIMD file in dist/kernels. Does nothing when the
// sources have not changed since the last time.
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const sources = join(root, 'libs/ml/training/wasm/assembly');
const target = join(root, 'dist/kernels');
const flavours = { plain: ['simd', 'threads'], relaxed: ['simd', 'threads', 'relaxed-simd'] };
const flags = [
  '-O3',
  '--noAssert',
  '--runtime',
  'stub',
  '--importMemory',
  '--sharedMemory',
  '--initialMemory',
  '1',
  '--maximumMemory',
  '65536',
];

function stampOf() {
  const hash = createHash('sha256').update(JSON.stringify([flags, flavours]));
  hash.update(createRequire(import.meta.url)('assemblyscript/package.json').version);
  for (const file of readdirSync(sources).sort()) hash.update(file).update(readFileSync(join(sources, file)));
  return hash.digest('hex');
}

/** Builds what is missing or old; returns whether it had to. */
export async function buildKernels() {
  const stamp = stampOf();
  const stampFile = join(target, 'stamp');
  const files = Object.keys(flavours).map((flavour) => join(target, `${flavour}.wasm`));
  if (files.every(existsSync) && existsSync(stampFile) && readFileSync(stampFile, 'utf8') === stamp)
    return false;
  mkdirSync(target, { recursive: true });
  const { default: asc } = await import('assemblyscript/asc');
  for (const [flavour, features] of Object.entries(flavours)) {
    const enable = features.flatMap((feature) => ['--enable', feature]);
    const made = new Map();
    const { error, stderr } = await asc.main(
      [join('libs/ml/training/wasm/assembly/index.ts'), '-o', 'out.wasm', ...flags, ...enable],
      {
        readFile: (name, base) =>
          existsSync(join(base, name)) ? readFileSync(join(base, name), 'utf8') : null,
        writeFile: (name, contents) => void made.set(name, contents),
        listFiles: () => [],
      },
      { cwd: root },
    );
    if (error)
      throw new Error(`The kernels (${flavour}) do not compile: ${error.message}\n${stderr.toString()}`);
    // Two builds at once must not leave half a file: write aside, then rename.
    const aside = join(target, `${flavour}.${process.pid}.tmp`);
    writeFileSync(aside, made.get('out.wasm'));
    renameSync(aside, join(target, `${flavour}.wasm`));
  }
  writeFileSync(stampFile, stamp);
  return true;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const built = await buildKernels();
  process.stdout.write(
    built ? 'kernels: built dist/kernels/{plain,relaxed}.wasm\n' : 'kernels: up to date\n',
  );
}
