import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { stripVTControlCharacters } from 'node:util';
import { ROOT } from '../install.mjs';

const WEB = join(ROOT, 'apps', 'web');
const NOTE = join(ROOT, 'dist', '.web');

function digest() {
  const hash = createHash('sha256');
  const lock = JSON.parse(readFileSync(join(ROOT, 'package-lock.json'), 'utf8')).packages;
  for (const name of ['vite', 'react', 'react-aria-components'])
    hash.update(`${lock[`node_modules/${name}`]?.version}`);
  const files = readdirSync(WEB, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
  for (const file of files) hash.update(file.slice(WEB.length)).update(readFileSync(file));
  return hash.digest('hex');
}

/** Builds the pages into dist/web when their sources changed. Returns null, or what went wrong. */
export async function buildWeb() {
  if (!existsSync(join(WEB, 'vite.config.ts'))) return null;
  const current = digest();
  const done =
    existsSync(join(ROOT, 'dist', 'web', 'index.html')) && existsSync(NOTE) && readFileSync(NOTE, 'utf8');
  if (done === current) return null;
  process.stderr.write('Building the pages ...\n');
  const vite = join(ROOT, 'node_modules', 'vite', 'bin', 'vite.js');
  const child = spawn(
    process.execPath,
    [vite, 'build', '--config', join(WEB, 'vite.config.ts'), '--logLevel', 'warn'],
    {
      cwd: ROOT,
      stdio: ['ignore', 'pipe', 'pipe'],
      env: { ...process.env, NODE_ENV: 'production', NO_COLOR: '1' },
    },
  );
  let said = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => (said += chunk));
  const code = await new Promise((end) => child.once('close', end));
  if (code !== 0) {
    const lines = stripVTControlCharacters(said).trim().split('\n');
    return lines.slice(0, 8).join('\n') || `vite ended with ${code}`;
  }
  mkdirSync(join(ROOT, 'dist'), { recursive: true });
  writeFileSync(NOTE, current);
  return null;
}
