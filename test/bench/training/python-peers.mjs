import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';

const PEERS = [
  { module: 'tensorflow', package: 'tensorflow-cpu', script: 'keras_peer.py' },
  { module: 'torch', package: 'torch', script: 'torch_peer.py' },
];

/** Makes the bench's own Python environment where it can; returns what can be run, and a line for each that cannot. */
export function pythonPeers(folder) {
  const python = join(folder, 'venv', 'bin', 'python');
  const quiet = (command, args) => spawnSync(command, args, { encoding: 'utf8' });
  mkdirSync(folder, { recursive: true });
  if (!existsSync(python) && quiet('python3', ['-m', 'venv', join(folder, 'venv')]).status !== 0) {
    return {
      python,
      peers: [],
      missing: ['Keras and PyTorch are skipped: there is no Python 3 with venv here.'],
    };
  }
  const missing = [];
  const peers = PEERS.filter(({ module, package: name }) => {
    const there = () => quiet(python, ['-c', `import ${module}`]).status === 0;
    if (there()) return true;
    process.stdout.write(`Installing ${name} for the comparison ...\n`);
    const pip = quiet(python, [
      '-m',
      'pip',
      'install',
      '-q',
      '--retries',
      '0',
      '--disable-pip-version-check',
      name,
    ]);
    if (there()) return true;
    const why = pip.stderr.split('\n').findLast((line) => /ERROR/.test(line)) ?? `import ${module} fails`;
    missing.push(`${name} is skipped: ${why.trim()}`);
    return false;
  });
  return { python, peers, missing };
}
