import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { EngineFailure } from './failure.mjs';

const require = createRequire(import.meta.url);
const SOURCES = ['tfjs_backend.cc', 'tfjs_binding.cc'];
const FLAGS = [
  '-std=c++17',
  '-O2',
  '-fPIC',
  '-shared',
  '-DNAPI_VERSION=8',
  '-DNODE_GYP_MODULE_NAME=tfjs_binding',
  '-DBUILDING_NODE_EXTENSION',
];

/** Compiles the addon of @tensorflow/tfjs-node-gpu against the TensorFlow in a folder; returns the compiler's name. */
export function compileAddon(folder, say) {
  const compiler = ['g++', 'c++', 'clang++'].find((name) => spawnSync(name, ['--version']).status === 0);
  if (!compiler)
    throw new EngineFailure(
      'Compiling the addon needs a C++ compiler; install g++ (about 8 s of work for it).',
    );
  const binding = bindingSources();
  say(`Compiling the addon with ${compiler}`);
  const args = [
    ...FLAGS,
    `-I${nodeHeaders()}`,
    `-I${join(folder, 'include')}`,
    ...SOURCES.map((name) => join(binding, name)),
    '-o',
    join(folder, 'tfjs_binding.node'),
    `-L${join(folder, 'lib')}`,
    '-l:libtensorflow_cc.so.2',
    '-l:libtensorflow_framework.so.2',
    '-Wl,-rpath,$ORIGIN/lib',
  ];
  const made = spawnSync(compiler, args, { encoding: 'utf8' });
  if (made.status !== 0) {
    const why = made.stderr.split('\n').find((line) => /error/.test(line)) ?? made.stderr.slice(-300);
    throw new EngineFailure(`The addon does not compile against this TensorFlow: ${why.trim()}`);
  }
  return spawnSync(compiler, ['--version'], { encoding: 'utf8' }).stdout.split('\n')[0];
}

function bindingSources() {
  try {
    return join(dirname(require.resolve('@tensorflow/tfjs-node-gpu/package.json')), 'binding');
  } catch {
    throw new EngineFailure(
      '@tensorflow/tfjs-node-gpu is not installed; `npm ci --ignore-scripts` brings it.',
    );
  }
}

/** N-API headers: beside the pinned Node that npm installed, else beside the running one. */
function nodeHeaders() {
  const candidates = [join(dirname(process.execPath), '..', 'include', 'node')];
  try {
    const name = `node-${process.platform}-${process.arch}/package.json`;
    candidates.unshift(join(dirname(require.resolve(name)), 'include', 'node'));
  } catch {
    // Not pinned by npm on this system: the running Node's own headers do.
  }
  const found = candidates.find((folder) => existsSync(join(folder, 'node_api.h')));
  if (!found)
    throw new EngineFailure(
      "Node's headers (node_api.h) are not there; install a Node with its include folder.",
    );
  return found;
}
