import { copyFileSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { cruise, type ICruiseResult, type IReporterOutput } from 'dependency-cruiser';
import extractOptions from 'dependency-cruiser/config-utl/extract-depcruise-options';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

const ROOT = join(import.meta.dirname, '..', '..');

/** One illegal import for each wall: which rule, where it stands, what it imports. */
const CROSSINGS: [rule: string, from: string, imported: string | null][] = [
  ['no-circles', 'libs/toil/work/a.ts', './b.js'],
  ['no-orphans', 'libs/toil/work/nobody.ts', null],
  ['apps-apart', 'apps/api/apart.ts', '../worker/thing.js'],
  ['web-and-cli-know-the-schema-only', 'apps/web/src/page.tsx', '#platform'],
  ['toil-and-ml-apart', 'libs/toil/work/meets.ts', '#ml'],
  ['ml-and-toil-apart', 'libs/ml/run/meets.ts', '#toil'],
  ['platform-has-no-opinion', 'libs/platform/jobs/opinion.ts', '#toil'],
  ['libs-below-apps', 'libs/ml/run/upwards.ts', '../../../apps/worker/thing.js'],
  ['training-below', 'libs/ml/run/downwards.ts', '#ml/training'],
  ['no-tensorflow-in-the-api', 'apps/api/heavy.ts', '@tensorflow/tfjs-core'],
  ['rules-are-pure', 'libs/toil/work/share.rules.ts', 'node:fs'],
  ['migrations-stand-alone', 'migrations/1764000000101-create.ts', '#platform'],
  ['nobody-imports-tests', 'libs/toil/work/looks-out.ts', '../../../test/harness/thing.js'],
  ['doors-only', 'apps/api/deep.ts', '../../libs/toil/work/thing.js'],
];

const LEGAL: Record<string, string> = {
  'libs/platform/index.ts': 'export const platform = 1;',
  'libs/platform/postgres/index.ts': `export { platform } from '../index.js';`,
  'libs/toil/index.ts': `export { thing } from './work/thing.js';`,
  'libs/toil/work/thing.ts': `import { platform } from '#platform'; export const thing = platform;`,
  'libs/toil/work/b.ts': `import './a.js'; export const b = 1;`,
  'libs/ml/index.ts': `export { platform } from '#platform';`,
  'libs/ml/training/index.ts': `export * from '../index.js';`,
  'apps/worker/thing.ts': `import '#toil'; import '#ml'; import '#ml/training'; export const worker = 1;`,
  'test/harness/thing.ts': `import '#platform'; export const harness = 1;`,
};

const found: { rule: string; from: string }[] = [];
let folder = '';

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'untoil-walls-'));
  const write = (path: string, text: string): void => {
    mkdirSync(join(folder, dirname(path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  };
  for (const [path, text] of Object.entries(LEGAL)) write(path, text);
  for (const [, from, imported] of CROSSINGS) {
    write(from, `${imported ? `import '${imported}';\n` : ''}export const crossing = 1;\n`);
  }
  write('tsconfig.json', '{ "compilerOptions": { "module": "nodenext", "customConditions": ["source"] } }');
  copyFileSync(join(ROOT, 'package.json'), join(folder, 'package.json'));
  symlinkSync(join(ROOT, 'node_modules'), join(folder, 'node_modules'));
  const options = await extractOptions(join(ROOT, '.dependency-cruiser.cjs'));
  const answer: IReporterOutput = await cruise(['apps', 'libs', 'migrations', 'test'], {
    ...options,
    baseDir: folder,
  });
  for (const { rule, from } of (answer.output as ICruiseResult).summary.violations)
    found.push({ rule: rule.name, from });
});
afterAll(() => rmSync(folder, { recursive: true }));

describe('the walls', () => {
  it.each(CROSSINGS)('%s: %s must not import %s', (rule, from) => {
    expect(found).toContainEqual({ rule, from });
  });

  it('let everything legal through', () => {
    const crossing = new Set(CROSSINGS.map(([, from]) => from));
    // b.ts is the other half of the circle.
    expect(found.filter(({ from }) => !crossing.has(from) && from !== 'libs/toil/work/b.ts')).toEqual([]);
  });

  it('have a crossing here each', async () => {
    const options = await extractOptions(join(ROOT, '.dependency-cruiser.cjs'));
    const rules = options.ruleSet?.forbidden?.map((rule) => rule.name);
    expect(CROSSINGS.map(([rule]) => rule).sort()).toEqual(rules?.sort());
  });
});
