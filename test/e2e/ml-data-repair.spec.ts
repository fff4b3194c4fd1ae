import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { codesOf, useDataScene } from './ml-data-scene.js';

const CALM = { CLASS_TOO_SMALL: { warn: 5, validationWarn: 1 } };
const OFFER = `query ($key: String!, $split: Split!) { manifestRepair(dataset: $key, split: $split) {
  sourceSha256 changedLines changes { line before after codes } diff remainingFaults revision } }`;
const APPLY = `mutation ($input: ApplyManifestRepairInput!) { applyManifestRepair(input: $input) { dataset { checking } userErrors { code message path } } }`;

describe('repairs of manifests', () => {
  const scene = useDataScene();
  const offer = async (key: string, split = 'TRAINING') =>
    (await scene.api.must(OFFER, { key, split })).manifestRepair;

  it('shows every changed line, applies them as a revision, and leaves the file alone', async () => {
    const folder = scene.drawn('broken');
    const lines = folder.training.map((line) => line.replaceAll(',', ';').replace(/^/, 'faces/'));
    folder.training.splice(
      0,
      lines.length,
      '\ufeffpath;name;label\r',
      '\r',
      ...lines.map((line) => `${line}\r`),
    );
    const before = await scene.judged('broken', folder, { checks: CALM });
    expect([before.verdict, before.usableTraining]).toEqual(['FAIL', 0]);
    const file = readFileSync(join(folder.root, 'training.csv'));

    const first = await offer('broken');
    expect(first).toMatchObject({ changedLines: 42, remainingFaults: 0, revision: null });
    expect(first.changes[0]).toEqual({
      line: 1,
      before: '\\ufeffpath;name;label\\r',
      after: null,
      codes: ['MANIFEST_BOM', 'MANIFEST_CRLF', 'MANIFEST_HEADER'],
    });
    expect(first.changes[2]).toMatchObject({ line: 3, after: 'p0/0.ppm,p0,0' });
    expect(first.diff).toContain('@@ line 3 @@\n-faces/p0/0.ppm;p0;0\\r\n+p0/0.ppm,p0,0\n');
    const input = { dataset: 'broken', split: 'TRAINING', sourceSha256: first.sourceSha256 };
    const { applyManifestRepair } = await scene.api.must(APPLY, { input });
    expect(applyManifestRepair.dataset.checking).toBe(true);
    await scene.worker.drain();
    const after = await scene.report('broken');
    expect([after.verdict, after.usableTraining, codesOf(after)]).toEqual(['PASS', 40, []]);
    expect(readFileSync(join(folder.root, 'training.csv')).equals(file)).toBe(true);
    expect((await offer('broken')).revision).toBe(1);

    // The author mends the file: from then on the file counts.
    folder.training.splice(
      0,
      folder.training.length,
      ...lines.map((line) => line.replaceAll(';', ',').replace('faces/', '')),
    );
    folder.training.pop();
    folder.write();
    expect((await scene.validate('broken')).usableTraining).toBe(39);
    const refused = (await scene.api.query(APPLY, { input })).data.applyManifestRepair.userErrors;
    expect(refused).toMatchObject([{ code: 'CONFLICT', path: ['input', 'sourceSha256'] }]);
  });

  it('says when there is nothing to repair', async () => {
    await scene.bring('fine', scene.drawn('fine', 2), { checks: CALM });
    const { changedLines, changes, diff, sourceSha256 } = await offer('fine', 'VALIDATION');
    expect([changedLines, changes, diff]).toEqual([0, [], '']);
    const input = { dataset: 'fine', split: 'VALIDATION', sourceSha256 };
    const refused = (await scene.api.query(APPLY, { input })).data.applyManifestRepair.userErrors;
    expect(refused).toMatchObject([{ code: 'INVALID_INPUT', path: ['input', 'split'] }]);
    for (const [key, split] of [
      ['nobody', 'TRAINING'],
      ['fine', 'BOTH'],
    ])
      expect((await scene.api.query(OFFER, { key, split })).errors?.[0]?.extensions.code).toBe('NOT_FOUND');
  });
});
