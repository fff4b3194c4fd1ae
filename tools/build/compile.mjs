import { createHash } from 'node:crypto';
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { availableParallelism } from 'node:os';
import { dirname, join } from 'node:path';
import { ROOT } from '../install.mjs';

const SOURCES = ['apps/api', 'apps/worker', 'apps/cli', 'libs', 'migrations'];
const SKIPPED = [/\.spec\.tsx?$/, /\.d\.ts$/, /^libs\/ml\/training\/wasm\/assembly\//, /\/node_modules\//];
// Read at run time from beside the code.
const ASSETS = /\.(json|wasm|proto|graphql|html|txt|pem)$/;
const NOTE = join(ROOT, 'dist', '.compiled.json');
// From here on compiling takes long enough that whoever waits is told why.
const MANY = 200;

function* filesBelow(folder) {
  if (!existsSync(join(ROOT, folder))) return;
  for (const entry of readdirSync(join(ROOT, folder), { withFileTypes: true })) {
    const path = `${folder}/${entry.name}`;
    if (entry.isDirectory()) yield* filesBelow(path);
    else if ((/\.tsx?$/.test(path) || ASSETS.test(path)) && !SKIPPED.some((skip) => skip.test(path)))
      yield path;
  }
}

const targetOf = (path) => join('dist', path.replace(/\.tsx?$/, '.js'));

function write(path, content) {
  const full = join(ROOT, path);
  mkdirSync(dirname(full), { recursive: true });
  const draft = `${full}.${process.pid}`;
  writeFileSync(draft, content);
  renameSync(draft, full);
}

function lastNote(options) {
  try {
    const note = JSON.parse(readFileSync(NOTE, 'utf8'));
    return note.options === options ? note.files : {};
  } catch {
    return {};
  }
}

async function compileOne(path, swc) {
  if (ASSETS.test(path)) return write(targetOf(path), readFileSync(join(ROOT, path)));
  const source = readFileSync(join(ROOT, path), 'utf8');
  const made = await swc.transform(source, {
    cwd: ROOT,
    root: ROOT,
    filename: join(ROOT, path),
    sourceFileName: join(ROOT, path),
  });
  const target = targetOf(path);
  if (made.map) write(`${target}.map`, made.map);
  const tail = made.map ? `\n//# sourceMappingURL=${target.split('/').at(-1)}.map\n` : '';
  write(target, made.code + tail);
}

/** Compiles what changed since the last time into dist/ (same folders as the sources). Returns the changed paths. */
export async function compile() {
  const lock = JSON.parse(readFileSync(join(ROOT, 'package-lock.json'), 'utf8')).packages;
  const options = createHash('sha256')
    .update(readFileSync(join(ROOT, '.swcrc')))
    .update(lock['node_modules/@swc/core']?.version ?? '')
    .digest('hex');
  const before = lastNote(options);
  const now = {};
  for (const folder of SOURCES) {
    for (const path of filesBelow(folder)) {
      const stat = statSync(join(ROOT, path));
      now[path] = `${stat.mtimeMs}:${stat.size}`;
    }
  }
  const changed = Object.keys(now).filter(
    (path) => before[path] !== now[path] || !existsSync(join(ROOT, targetOf(path))),
  );
  const gone = Object.keys(before).filter((path) => !now[path]);
  for (const path of gone) {
    for (const end of ['', '.map']) rmSync(join(ROOT, targetOf(path) + end), { force: true });
  }
  if (changed.length > MANY) process.stderr.write('Compiling the server ...\n');
  if (changed.length > 0) {
    const { default: swc } = await import('@swc/core');
    const queue = [...changed];
    const take = async () => {
      for (let path = queue.pop(); path; path = queue.pop()) await compileOne(path, swc);
    };
    await Promise.all(Array.from({ length: availableParallelism() * 2 }, take));
  }
  if (changed.length + gone.length > 0) write('dist/.compiled.json', JSON.stringify({ options, files: now }));
  return [...changed, ...gone];
}
