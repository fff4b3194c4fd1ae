import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { buildServer } from '../build/index.mjs';
import { examineDatabase } from '../doctor/database.mjs';
import { examineEngine } from '../doctor/engine.mjs';
import { fail, ok } from '../doctor/finding.mjs';
import { examineClock, examineDataFolder, examineImportRoots, examineVersions } from '../doctor/machine.mjs';
import { examineServer } from '../doctor/server.mjs';
import { examineStorage } from '../doctor/storage.mjs';
import { ROOT } from '../install.mjs';

const MARKS = { ok: 'ok  ', warn: 'warn', fail: 'FAIL' };

async function examineConfiguration() {
  const { loadConfig } = await import(pathToFileURL(join(ROOT, 'dist/libs/platform/config/config.js')).href);
  try {
    return { config: loadConfig(process.env), findings: [ok('configuration', 'no faults')] };
  } catch (error) {
    if (!error.faults) throw error;
    return { config: null, findings: error.faults.map((fault) => fail('configuration', fault)) };
  }
}

/** Looks at everything a running Untoil depends on; exit code 1 when something must be mended. */
export default async function doctor(args) {
  const unknown = args.filter((arg) => arg !== '--json');
  if (unknown.length > 0) {
    process.stderr.write(`npm run doctor knows --json only, not ${unknown.join(' ')}\n`);
    return 2;
  }
  await buildServer();
  const { config, findings: configuration } = await examineConfiguration();
  const findings = [...examineVersions(), ...configuration, ...examineClock()];
  if (config) {
    findings.push(...examineDataFolder(config), ...examineImportRoots(config));
    const answers = await Promise.all([
      examineDatabase(config),
      examineStorage(config),
      examineEngine(config),
      examineServer(config),
    ]);
    findings.push(...answers.flat());
  }
  const healthy = findings.every(({ status }) => status !== 'fail');
  if (args.includes('--json')) process.stdout.write(`${JSON.stringify({ healthy, findings }, null, 2)}\n`);
  else
    for (const { check, status, detail } of findings)
      process.stdout.write(`${MARKS[status]}  ${check}: ${detail}\n`);
  return healthy ? 0 : 1;
}
