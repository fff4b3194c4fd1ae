import { renameSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { AuditTrail, Transactions } from '#platform';
import { drawFace, ppm } from '../factories/face-dataset.js';
import { codesOf, findingOf, useDataScene } from './ml-data-scene.js';

const CALM = { CLASS_TOO_SMALL: { warn: 5, validationWarn: 1 } };
const PAYLOAD = 'changed dataset { key checking report { usableTraining } } userErrors { code message path }';

describe('decisions about pictures', () => {
  const scene = useDataScene();

  const decide = async (mutation: string, type: string, input: object) => {
    const answer = await scene.api.must(
      `mutation ($input: ${type}!) { ${mutation}(input: $input) { ${PAYLOAD} } }`,
      { input },
    );
    await scene.worker.drain();
    return answer[mutation];
  };
  const refused = async (mutation: string, type: string, input: object) => {
    const { data } = await scene.api.query(
      `mutation ($input: ${type}!) { ${mutation}(input: $input) { ${PAYLOAD} } }`,
      { input },
    );
    return data[mutation].userErrors;
  };
  const quarantine = (input: object) => decide('quarantinePictures', 'QuarantinePicturesInput', input);
  const accept = (input: object) => decide('acceptFindings', 'AcceptFindingsInput', input);
  const quarantined = async (key: string) =>
    (
      await scene.api.must(
        `query ($key: String!) { dataset(key: $key) { id quarantinedPictures(first: 50) { nodes {
           id everywhere reason quarantinedBy picture { path row split label pixelSha url } } } } }`,
        { key },
      )
    ).dataset;
  const acceptances = async (key: string) =>
    (
      await scene.api.must(
        `query ($key: String!) { dataset(key: $key) { acceptances(first: 50) { nodes { id code split severity count reason acceptedBy } } } }`,
        { key },
      )
    ).dataset.acceptances.nodes;

  it('takes a row out of use, through new checks, moved rows and a renamed file, until it is released', async () => {
    const folder = scene.drawn('rows');
    const before = await scene.judged('rows', folder, { checks: CALM });
    const made = await quarantine({
      dataset: 'rows',
      rows: [
        { split: 'TRAINING', row: 3 },
        { split: 'VALIDATION', row: 1 },
      ],
      reason: ' eyes closed ',
      idempotencyKey: 'once',
    });
    expect(made).toMatchObject({ changed: 2, userErrors: [], dataset: { checking: true } });
    const after = await scene.report('rows');
    expect([after.usableTraining, after.usableValidation, after.verdict]).toEqual([39, 9, 'PASS']);
    expect(after.digest).not.toBe(before.digest);
    expect(findingOf(after, 'QUARANTINED', 'TRAINING')).toMatchObject({
      severity: 'INFO',
      count: 1,
      rows: [3],
    });
    const { id, quarantinedPictures } = await quarantined('rows');
    expect(quarantinedPictures.nodes).toMatchObject([
      { everywhere: false, reason: 'eyes closed', quarantinedBy: 'Admin token' },
      { picture: { row: expect.any(Number) } },
    ]);
    const history = await scene.worker.app
      .get(AuditTrail)
      .history(scene.worker.app.get(Transactions).read, id);
    expect(history.at(-1)).toMatchObject({ action: 'dataset.pictures-quarantined', actor: 'Admin token' });

    // The same call again, and the same picture again, change nothing.
    expect(
      (await quarantine({ dataset: 'rows', rows: [{ split: 'TRAINING', row: 3 }], reason: 'again' })).changed,
    ).toBe(0);

    renameSync(join(folder.root, 'p0/2.ppm'), join(folder.root, 'p0/renamed.ppm'));
    folder.training.splice(2, 1);
    folder.training.push('p0/renamed.ppm,p0,0');
    folder.write();
    const moved = await scene.validate('rows');
    expect([moved.usableTraining, moved.usableValidation]).toEqual([39, 9]);
    expect(findingOf(moved, 'QUARANTINED', 'TRAINING').rows).toEqual([40]);
    expect(moved.digest).toBe(after.digest);

    const ids = quarantinedPictures.nodes.map((one: { id: string }) => one.id);
    expect(await decide('releasePictures', 'ReviewIdsInput', { dataset: 'rows', ids })).toMatchObject({
      changed: 2,
    });
    const back = await scene.report('rows');
    expect([back.usableTraining, back.usableValidation, back.digest]).toEqual([40, 10, before.digest]);
    expect((await quarantined('rows')).quarantinedPictures.nodes).toEqual([]);
  });

  it('drops copies and leaks one by one, and pixels wherever they are', async () => {
    const folder = scene.drawn('copies');
    const copy = ppm(drawFace(0, 0));
    folder.training.push(`${folder.file('copy.ppm', copy)},p0,0`);
    folder.validation.push(`${folder.file('leak.ppm', copy)},p0,0`);
    const report = await scene.judged('copies', folder, { checks: CALM });
    expect(codesOf(report)).toContain('FAIL LEAK_EXACT BOTH');
    await quarantine({ dataset: 'copies', finding: { code: 'LEAK_EXACT', split: 'BOTH' }, reason: 'leak' });
    const clean = await scene.report('copies');
    expect([clean.usableTraining, clean.usableValidation]).toEqual([41, 10]);
    expect(codesOf(clean)).toEqual(['INFO QUARANTINED VALIDATION', 'WARN DUPLICATE_EXACT TRAINING']);
    await quarantine({
      dataset: 'copies',
      finding: { code: 'DUPLICATE_EXACT', split: 'TRAINING' },
      reason: 'a copy',
    });
    const single = await scene.report('copies');
    expect([single.usableTraining, single.usableValidation, single.verdict]).toEqual([40, 10, 'PASS']);
    const pixelSha = findingOf(single, 'QUARANTINED', 'TRAINING').pictures[0]!.pixelSha!;
    await quarantine({ dataset: 'copies', pixelShas: [pixelSha], reason: 'wrong person' });
    expect((await scene.report('copies')).usableTraining).toBe(39);
  });

  it('takes what cannot be read out of the way of a run', async () => {
    const folder = scene.drawn('broken');
    folder.training.push('nowhere.ppm,p0,0', `${folder.file('text.jpg', 'no picture')},p1,1`, 'a,b');
    expect((await scene.judged('broken', folder, { checks: CALM })).verdict).toBe('FAIL');
    const rows = [41, 42].map((row) => ({ split: 'TRAINING', row }));
    await quarantine({ dataset: 'broken', rows, reason: 'lost' });
    expect(codesOf(await scene.report('broken'))).toEqual([
      'FAIL MANIFEST_COLUMNS TRAINING',
      'INFO QUARANTINED TRAINING',
    ]);
    expect(
      await refused('quarantinePictures', 'QuarantinePicturesInput', {
        dataset: 'broken',
        rows: [{ split: 'TRAINING', row: 43 }],
        reason: 'x',
      }),
    ).toMatchObject([{ code: 'NOT_FOUND', path: ['input', 'rows', '0', 'row'] }]);
  });

  it('accepts findings about pictures for these pictures, in every later check', async () => {
    const folder = scene.drawn('dark');
    const dark = (number: number) => ppm(drawFace(0, number, { brightness: -110 }));
    const blurred = ppm(drawFace(1, 50, { smooth: true }));
    folder.training.push(
      `${folder.file('dark.ppm', dark(60))},p0,0`,
      `${folder.file('blurred.ppm', blurred)},p1,1`,
    );
    const report = await scene.judged('dark', folder, { checks: CALM });
    expect(codesOf(report)).toEqual(['FAIL BLUR TRAINING', 'WARN EXPOSURE TRAINING']);
    expect(report.findings.map(({ acceptable, accepted }) => [acceptable, accepted])).toEqual([
      [true, false],
      [true, false],
    ]);
    const findings = ['BLUR', 'EXPOSURE'].map((code) => ({ code, split: 'TRAINING' }));
    expect(await accept({ dataset: 'dark', findings, reason: 'the only ones of hers' })).toMatchObject({
      changed: 2,
    });
    const passed = await scene.report('dark');
    expect(codesOf(passed)).toEqual(['INFO BLUR TRAINING', 'INFO EXPOSURE TRAINING']);
    expect([passed.verdict, passed.usableTraining]).toEqual(['PASS', 42]);
    expect(passed.findings.every(({ accepted }) => accepted)).toBe(true);

    // Another dark picture is another matter.
    folder.training.push(`${folder.file('darker.ppm', dark(61))},p0,0`);
    folder.write();
    const more = await scene.validate('dark');
    expect(codesOf(more)).toEqual(['INFO BLUR TRAINING', 'INFO EXPOSURE TRAINING', 'WARN EXPOSURE TRAINING']);
    expect(more.usableTraining).toBe(43);

    const kept = await acceptances('dark');
    expect(kept).toMatchObject([
      { acceptedBy: 'Admin token', reason: 'the only ones of hers', count: 1 },
      { code: expect.stringMatching(/BLUR|EXPOSURE/) },
    ]);
    const ids = kept.map((one: { id: string }) => one.id);
    await decide('withdrawAcceptances', 'ReviewIdsInput', { dataset: 'dark', ids });
    expect(codesOf(await scene.report('dark'))).toEqual(['FAIL BLUR TRAINING', 'WARN EXPOSURE TRAINING']);
  });

  it('accepts a finding about the whole dataset until it gets worse', async () => {
    const folder = scene.drawn('small', 3);
    expect(codesOf(await scene.judged('small', folder))).toContain('WARN CLASS_TOO_SMALL TRAINING');
    const findings = [
      { code: 'CLASS_TOO_SMALL', split: 'TRAINING' },
      { code: 'CLASS_TOO_SMALL', split: 'VALIDATION' },
    ];
    await accept({ dataset: 'small', findings, reason: 'a trial' });
    const report = await scene.validate('small');
    expect(report.verdict).toBe('PASS');
    expect(findingOf(report, 'CLASS_TOO_SMALL', 'TRAINING').message).toMatch(
      /Accepted by Admin token: a trial$/,
    );
    for (let i = 0; i < 5; i++) folder.training.pop();
    folder.write();
    expect(codesOf(await scene.validate('small'))).toContain('FAIL CLASS_TOO_SMALL TRAINING');
  });

  it('accepts a pair that looks alike', async () => {
    const folder = scene.drawn('alike');
    const twin = drawFace(2, 0);
    for (let i = 0; i < 300; i++) twin[i] = Math.min(255, twin[i]! + 1);
    folder.validation.push(`${folder.file('twin.ppm', ppm(twin))},p2,2`);
    expect(codesOf(await scene.judged('alike', folder, { checks: CALM }))).toEqual(['WARN LEAK_NEAR BOTH']);
    await accept({
      dataset: 'alike',
      findings: [{ code: 'LEAK_NEAR', split: 'BOTH' }],
      reason: 'two shots',
    });
    expect(codesOf(await scene.report('alike'))).toEqual(['INFO LEAK_NEAR BOTH']);
  });

  it('sees a decision that comes while the checks run', async () => {
    const folder = scene.drawn('meanwhile');
    await scene.judged('meanwhile', folder, { checks: CALM });
    const both = [
      scene.api.must(`mutation { validateDataset(key: "meanwhile") { userErrors { code } } }`),
      quarantine({ dataset: 'meanwhile', rows: [{ split: 'TRAINING', row: 1 }], reason: 'x' }),
    ];
    await Promise.all(both);
    await scene.worker.drain();
    expect((await scene.report('meanwhile')).usableTraining).toBe(39);
  });

  it('says what it cannot do', async () => {
    const folder = scene.drawn('no');
    await scene.bring('no', folder, { checks: CALM });
    const row = { split: 'TRAINING', row: 1 };
    const base = { dataset: 'no', rows: [row], reason: 'x' };
    const no = (input: object) => refused('quarantinePictures', 'QuarantinePicturesInput', input);
    expect(await no(base)).toMatchObject([{ code: 'INVALID_TRANSITION', path: ['input', 'dataset'] }]);
    await scene.validate('no');
    expect(await no({ ...base, dataset: 'nobody' })).toMatchObject([{ code: 'NOT_FOUND' }]);
    expect(
      await no({ ...base, reason: '  ', rows: [{ split: 'BOTH', row: 0 }], pixelShas: ['abc'] }),
    ).toMatchObject([
      { code: 'INVALID_INPUT', path: ['input', 'reason'] },
      { path: ['input', 'pixelShas', '0'] },
      { path: ['input', 'rows', '0', 'split'] },
      { path: ['input', 'rows', '0', 'row'] },
    ]);
    expect(await no({ dataset: 'no', reason: 'x' })).toMatchObject([{ code: 'INVALID_INPUT' }]);
    expect(await no({ dataset: 'no', reason: 'x', pixelShas: ['0'.repeat(64)] })).toMatchObject([
      { code: 'NOT_FOUND', path: ['input', 'pixelShas', '0'] },
    ]);
    expect(
      await no({ dataset: 'no', reason: 'x', finding: { code: 'BLUR', split: 'TRAINING' } }),
    ).toMatchObject([{ code: 'NOT_FOUND', path: ['input', 'finding'] }]);
    folder.training.push('nowhere.ppm,p0,0');
    folder.write();
    await scene.validate('no');
    const refusal = await refused('acceptFindings', 'AcceptFindingsInput', {
      dataset: 'no',
      findings: [{ code: 'PATH_MISSING', split: 'TRAINING' }],
      reason: 'x',
    });
    expect(refusal).toMatchObject([{ code: 'INVALID_INPUT', path: ['input', 'findings', '0', 'code'] }]);
    expect(
      await refused('releasePictures', 'ReviewIdsInput', { dataset: 'no', ids: ['qrt_none'] }),
    ).toMatchObject([{ code: 'NOT_FOUND' }]);
  });
});
