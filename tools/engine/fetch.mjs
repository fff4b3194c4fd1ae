import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, readdirSync, statSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import { EngineFailure } from './failure.mjs';
import { describeWheel, unpackWheel } from './wheel.mjs';

const PACKAGES = { cpu: ['--no-deps', 'tensorflow-cpu'], gpu: ['tensorflow[and-cuda]'] };

/** Puts TensorFlow's two libraries (`lib/`) and headers (`include/`) into a folder; returns version and flavour. */
export async function fetchTensorFlow(folder, { gpu, from, say }) {
  const source = from && resolve(from);
  if (source && !existsSync(source)) throw new EngineFailure(`${from} does not exist.`);
  if (source && statSync(source).isDirectory() && !holdsWheels(source))
    return copyPackage(source, folder, gpu);
  const downloads = join(folder, 'downloads');
  if (!source) download(downloads, gpu, say);
  const wheels = wheelsOf(source ?? downloads);
  const main = wheels.find((path) => describeWheel(path));
  if (!main) throw new EngineFailure(`There is no TensorFlow wheel in ${source ?? downloads}.`);
  for (const path of wheels) {
    if (path !== main && !(gpu && basename(path).startsWith('nvidia_'))) continue;
    say(`Unpacking ${basename(path)}`);
    await unpackWheel(path, folder);
  }
  return { ...describeWheel(main), gpu, origin: basename(main) };
}

function holdsWheels(folder) {
  return readdirSync(folder).some((name) => name.endsWith('.whl'));
}

function wheelsOf(path) {
  if (!statSync(path).isDirectory()) return [path];
  return readdirSync(path)
    .filter((name) => name.endsWith('.whl'))
    .map((name) => join(path, name));
}

function download(to, gpu, say) {
  const python = ['python3', 'python'].find(
    (name) => spawnSync(name, ['-m', 'pip', '--version']).status === 0,
  );
  if (!python) {
    throw new EngineFailure(
      'Fetching TensorFlow needs Python 3 with pip; install them, or give a wheel with --from <wheel or folder>.',
    );
  }
  const flavour = gpu ? 'gpu' : 'cpu';
  say(`Fetching ${PACKAGES[flavour].at(-1)} with pip`);
  mkdirSync(to, { recursive: true });
  const pip = spawnSync(
    python,
    [
      '-m',
      'pip',
      'download',
      '--disable-pip-version-check',
      '--only-binary=:all:',
      '--dest',
      to,
      ...PACKAGES[flavour],
    ],
    {
      encoding: 'utf8',
    },
  );
  if (pip.status === 0) return;
  const version = spawnSync(python, ['--version'], { encoding: 'utf8' }).stdout.trim();
  const why =
    pip.stderr
      .trim()
      .split('\n')
      .findLast((line) => /ERROR/.test(line)) ?? 'pip failed';
  throw new EngineFailure(
    `pip (${version}) cannot deliver TensorFlow: ${why}; fetch a wheel elsewhere and give it with --from.`,
  );
}

/** A folder as an installed Python package has it: the libraries beside `include`. */
function copyPackage(source, folder, gpu) {
  const names = ['libtensorflow_cc.so.2', 'libtensorflow_framework.so.2'];
  const missing = [...names, 'include'].filter((name) => !existsSync(join(source, name)));
  if (missing.length > 0)
    throw new EngineFailure(
      `${source} lacks ${missing.join(' and ')}; give the folder of an installed tensorflow package, or a wheel.`,
    );
  mkdirSync(join(folder, 'lib'), { recursive: true });
  for (const name of names) cpSync(join(source, name), join(folder, 'lib', name), { dereference: true });
  cpSync(join(source, 'include'), join(folder, 'include'), { recursive: true, dereference: true });
  return { version: null, gpu, origin: source };
}
