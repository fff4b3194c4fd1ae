import { chmodSync, mkdirSync, renameSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import { drawFace, pgm, ppm } from '../factories/face-dataset.js';
import { codesOf, findingOf, useDataScene } from './ml-data-scene.js';

const CALM = { CLASS_TOO_SMALL: { warn: 5, validationWarn: 1 } };
const raw = (person: number, number: number) =>
  sharp(drawFace(person, number), { raw: { width: 96, height: 96, channels: 3 } });

describe('the catalogue of data faults', () => {
  const scene = useDataScene();

  it('finds nothing in clean data, and only small classes by the default thresholds', async () => {
    const clean = await scene.judged('clean', scene.drawn('clean'), { checks: CALM });
    expect(clean).toMatchObject({ verdict: 'PASS', usableTraining: 40, usableValidation: 10, findings: [] });
    expect(clean.digest).toMatch(/^[0-9a-f]{64}$/);
    const small = await scene.judged('small', scene.drawn('small'));
    expect([small.verdict, codesOf(small)]).toEqual([
      'WARN',
      ['WARN CLASS_TOO_SMALL TRAINING', 'WARN CLASS_TOO_SMALL VALIDATION'],
    ]);
    expect(small.digest).toBe(clean.digest);
  });

  it('names every fault of files in one pass, with its rows', async () => {
    const folder = scene.drawn('files');
    const jpeg = await raw(0, 50).jpeg().toBuffer();
    const spoiled: [code: string, severity: string, path: string][] = [
      ['PATH_MISSING', 'FAIL', 'nowhere/1.ppm'],
      ['PATH_MISSING', 'FAIL', '../outside.ppm'],
      ['NOT_AN_IMAGE', 'FAIL', folder.file('list.csv', 'a,b,c\n')],
      ['NOT_AN_IMAGE', 'FAIL', 'p1'],
      ['FORMAT_MISMATCH', 'FAIL', folder.file('moving.jpg', await raw(0, 51).gif().toBuffer())],
      ['FORMAT_MISMATCH', 'WARN', folder.file('really-png.jpg', await raw(0, 52).png().toBuffer())],
      ['DECODE_ERROR', 'FAIL', folder.file('cut.jpg', jpeg.subarray(0, 2000))],
      ['DECODE_ERROR', 'FAIL', folder.file('empty.jpg', '')],
      [
        'CHANNELS_MISMATCH',
        'WARN',
        folder.file('alpha.png', await raw(0, 53).ensureAlpha(0.5).png().toBuffer()),
      ],
      [
        'BIT_DEPTH',
        'WARN',
        folder.file('deep.png', await raw(0, 54).toColourspace('rgb16').png().toBuffer()),
      ],
      ['GREY_EXPANDED', 'WARN', folder.file('grey.pgm', pgm(drawFace(0, 55, { grey: true })))],
      ['BLUR', 'FAIL', folder.file('blurred.ppm', ppm(drawFace(0, 56, { smooth: true })))],
      ['EXPOSURE', 'WARN', folder.file('dark.ppm', ppm(drawFace(0, 57, { brightness: -108 })))],
      ['EXPOSURE', 'WARN', folder.file('bright.ppm', ppm(drawFace(0, 58, { brightness: 108 })))],
    ];
    for (const [, , path] of spoiled) folder.training.push(`${path},p0,0`);
    const report = await scene.judged('files', folder, { checks: CALM });
    const expected = new Map<string, number[]>();
    spoiled.forEach(([code, severity], i) => {
      const key = `${severity} ${code} TRAINING`;
      expected.set(key, [...(expected.get(key) ?? []), 41 + i]);
    });
    for (const [key, rows] of expected) {
      const [severity, code] = key.split(' ');
      const found = report.findings.find((one) => one.code === code && one.severity === severity);
      expect([key, found?.rows, found?.count, found?.firstRow]).toEqual([key, rows, rows.length, rows[0]]);
    }
    expect(report.verdict).toBe('FAIL');
    expect(report.usableTraining).toBe(40 + 6);
    expect(findingOf(report, 'NOT_AN_IMAGE').message).toContain('is text/csv, not an image');
    expect(findingOf(report, 'DECODE_ERROR').message).toContain('truncated at 2,000 bytes');
    expect(findingOf(report, 'BLUR').pictures[0]).toMatchObject({
      path: 'blurred.ppm',
      row: 52,
      label: 'p0',
      split: 'TRAINING',
    });
    expect(findingOf(report, 'PATH_MISSING').pictures[0]?.url).toBeNull();
  });

  it('names every fault of a manifest, reads on as if repaired, and leaves out what cannot be', async () => {
    const folder = scene.drawn('manifest');
    folder.file('with,comma.ppm', ppm(drawFace(1, 60)));
    const [first, ...rest] = folder.training;
    folder.training.splice(
      0,
      99,
      '\ufeffpath,name,label',
      `${first}\r`,
      '',
      ...rest,
      '"with,comma.ppm",p1,1',
      'p1/0.ppm,p1',
      'p1/0.ppm;p1;1',
      'p1/0.ppm,p1,one',
    );
    const report = await scene.judged('manifest', folder, { checks: CALM });
    const rows = (code: string) => [findingOf(report, code).severity, findingOf(report, code).rows];
    expect(rows('MANIFEST_BOM')).toEqual(['WARN', [1]]);
    expect(rows('MANIFEST_HEADER')).toEqual(['WARN', [1]]);
    expect(rows('MANIFEST_CRLF')).toEqual(['WARN', [2]]);
    expect(rows('MANIFEST_BLANK_LINE')).toEqual(['WARN', [3]]);
    expect(rows('MANIFEST_QUOTED_COMMA')).toEqual(['WARN', [43]]);
    expect(rows('MANIFEST_COLUMNS')).toEqual(['FAIL', [44]]);
    expect(rows('MANIFEST_DELIMITER')).toEqual(['FAIL', [45]]);
    expect(rows('MANIFEST_LABEL_NOT_INT')).toEqual(['FAIL', [46]]);
    expect(findingOf(report, 'MANIFEST_BLANK_LINE').message).toBe('line 3 is blank.');
    expect(report.usableTraining).toBe(41);
  });

  it('names labels that cannot stand', async () => {
    const folder = scene.drawn('labels');
    for (let number = 20; number < 26; number++) folder.file(`x/${number}.ppm`, ppm(drawFace(9, number)));
    folder.training.push('x/20.ppm,p1,9', 'x/21.ppm,p1,-1', 'x/22.ppm,p1,2');
    folder.validation.push('x/23.ppm,stranger,0', 'x/24.ppm,p3,2');
    const report = await scene.judged('labels', folder, { checks: CALM });
    expect(findingOf(report, 'LABEL_RANGE', 'TRAINING')).toMatchObject({ severity: 'FAIL', rows: [41, 42] });
    expect(findingOf(report, 'LABEL_RANGE', 'TRAINING').message).toContain(
      'label 9 with 5 classes: would train against an all-zero target',
    );
    expect(findingOf(report, 'LABEL_NAME_CONFLICT', 'TRAINING').rows).toEqual([41, 42, 43]);
    expect(findingOf(report, 'LABEL_NAME_CONFLICT', 'VALIDATION').rows).toEqual([11, 12]);
    expect(findingOf(report, 'CLASS_MISSING', 'VALIDATION').rows).toEqual([11]);
    expect(report).toMatchObject({ usableTraining: 40, usableValidation: 10 });
  });

  it('says which number a class leaves a hole at', async () => {
    const folder = scene.drawn('hole');
    for (const list of [folder.training, folder.validation]) {
      list.forEach((line, i) => {
        list[i] = line.replace(/p4,4$/, 'p4,3');
      });
    }
    const report = await scene.judged('hole', folder, { checks: CALM });
    expect(findingOf(report, 'LABEL_RANGE').message).toBe('No training row has the label 4, with 5 classes.');
    expect(findingOf(report, 'LABEL_NAME_CONFLICT', 'TRAINING').count).toBe(8);
  });

  it('judges shape and grey under the strict policy', async () => {
    const folder = scene.drawn('strict');
    folder.file('tall.pgm', Buffer.concat([Buffer.from('P5\n92 112\n255\n'), Buffer.alloc(92 * 112, 90)]));
    folder.training.push('tall.pgm,p0,0');
    const report = await scene.judged('strict', folder, {
      sizePolicy: 'STRICT',
      expandGrey: false,
      checks: CALM,
    });
    expect(findingOf(report, 'SHAPE_MISMATCH')).toMatchObject({ severity: 'FAIL', rows: [41] });
    expect(findingOf(report, 'CHANNELS_MISMATCH')).toMatchObject({ severity: 'FAIL', rows: [41] });
    expect(report.usableTraining).toBe(40);
  });

  it('finds copies, leaks, look-alikes, mirror images and two labels for one picture', async () => {
    const folder = scene.drawn('copies');
    folder.file('copy.png', await raw(0, 0).png().toBuffer());
    folder.file('leak.png', await raw(1, 1).png().toBuffer());
    folder.file('other.png', await raw(2, 2).png().toBuffer());
    folder.file('brighter.ppm', ppm(drawFace(3, 3, { brightness: 12 })));
    folder.file('mirrored.png', await raw(4, 4).flop().png().toBuffer());
    folder.file('lookalike.ppm', ppm(drawFace(0, 2, { brightness: -9 })));
    folder.training.push('copy.png,p0,0', 'brighter.ppm,p3,3', 'other.png,p4,4');
    folder.validation.push('leak.png,p1,1', 'mirrored.png,p4,4', 'lookalike.ppm,p0,0');
    const report = await scene.judged('copies', folder, { checks: CALM });
    expect(findingOf(report, 'DUPLICATE_EXACT', 'TRAINING')).toMatchObject({
      severity: 'WARN',
      count: 2,
      rows: [41, 43],
    });
    expect(findingOf(report, 'LEAK_EXACT')).toMatchObject({
      severity: 'FAIL',
      split: 'BOTH',
      count: 1,
      rows: [11],
    });
    expect(findingOf(report, 'SAME_PIXELS_TWO_LABELS')).toMatchObject({ severity: 'FAIL', count: 1 });
    expect(findingOf(report, 'SAME_PIXELS_TWO_LABELS').pairs[0]).toMatchObject({
      a: { path: 'p2/2.ppm' },
      b: { path: 'other.png' },
    });
    expect(
      findingOf(report, 'DUPLICATE_NEAR', 'TRAINING').pairs.map(({ a, b }) => [a.path, b.path]),
    ).toContainEqual(['p3/3.ppm', 'brighter.ppm']);
    const near = findingOf(report, 'LEAK_NEAR');
    expect(near.pairs.map(({ b }) => b.path).sort()).toEqual(['lookalike.ppm', 'mirrored.png']);
    expect(near).toMatchObject({ severity: 'FAIL', rows: [12, 13] });
    expect(near.message).toContain('1 of them mirrored');
  });

  it('judges size and balance of the classes', async () => {
    const folder = scene.drawn('sizes', 3, 12, 2);
    folder.training.splice(12, 9);
    folder.validation.splice(2, 2);
    const report = await scene.judged('sizes', folder);
    expect(findingOf(report, 'CLASS_TOO_SMALL', 'TRAINING')).toMatchObject({ severity: 'FAIL', count: 1 });
    expect(findingOf(report, 'CLASS_TOO_SMALL', 'TRAINING').message).toContain('the smallest is p1 with 3');
    expect(findingOf(report, 'CLASS_IMBALANCE')).toMatchObject({ severity: 'FAIL', split: 'TRAINING' });
    expect(findingOf(report, 'CLASS_MISSING', 'VALIDATION').message).toContain('p1');
    const milder = await scene.judged('milder', folder, {
      checks: { CLASS_TOO_SMALL: { fail: 2, warn: 3 }, CLASS_IMBALANCE: { fail: 5 } },
    });
    expect(
      milder.findings.filter((one) => one.split === 'TRAINING').map((one) => `${one.severity} ${one.code}`),
    ).toEqual(['WARN CLASS_IMBALANCE']);
  });

  it('finds grey and colour mixed within a class', async () => {
    const folder = scene.drawn('mixed');
    for (let number = 0; number < 2; number++) folder.file(`p2/${number}.ppm`, pgm(drawFace(2, number)));
    const report = await scene.judged('mixed', folder, { checks: CALM });
    expect(findingOf(report, 'GREY_COLOUR_MIX')).toMatchObject({ severity: 'FAIL', count: 1 });
    expect(findingOf(report, 'GREY_COLOUR_MIX').message).toContain('in p2 2 grey of 8');
    expect(findingOf(report, 'GREY_EXPANDED').rows).toEqual([17, 18]);
  });

  it('finds labels that their neighbours outvote', async () => {
    const folder = scene.drawn('suspects');
    folder.file('p0/100.ppm', ppm(drawFace(3, 77)));
    folder.file('p0/101.ppm', ppm(drawFace(3, 78)));
    folder.training.push('p0/100.ppm,p0,0', 'p0/101.ppm,p0,0');
    const report = await scene.judged('suspects', folder, { checks: CALM });
    expect(findingOf(report, 'LABEL_SUSPECT')).toMatchObject({
      severity: 'WARN',
      split: 'TRAINING',
      rows: expect.arrayContaining([41]),
    });
    expect(findingOf(report, 'LABEL_SUSPECT').message).toContain('looks like p3');
  });

  it('judges the order of rows that nobody shuffles', async () => {
    const off = await scene.judged('off', scene.drawn('off'), {
      checks: { ...CALM, SORTED_UNSHUFFLED: { shuffle: 0 } },
    });
    expect(codesOf(off)).toEqual(['FAIL SORTED_UNSHUFFLED TRAINING']);
    const short = await scene.judged('short', scene.drawn('short'), {
      checks: { ...CALM, SORTED_UNSHUFFLED: { buffer: 10 } },
    });
    expect(codesOf(short)).toEqual(['WARN SORTED_UNSHUFFLED TRAINING']);
  });

  it('finds empty lists and manifests that are gone', async () => {
    const folder = scene.drawn('empty');
    folder.validation.length = 0;
    const report = await scene.judged('empty', folder, { checks: CALM });
    expect(codesOf(report)).toEqual(['FAIL EMPTY_INPUT VALIDATION']);
    renameSync(join(folder.root, 'training.csv'), join(folder.root, 'moved.csv'));
    const gone = await scene.validate('empty');
    expect(codesOf(gone)).toEqual([
      'FAIL EMPTY_INPUT TRAINING',
      'FAIL EMPTY_INPUT VALIDATION',
      'FAIL PATH_MISSING TRAINING',
    ]);
  });

  it('names what the account may not read, and reads nothing through links that lead outside', async () => {
    const folder = scene.drawn('locked');
    folder.file('locked.ppm', ppm(drawFace(0, 90)));
    chmodSync(join(folder.root, 'locked.ppm'), 0);
    symlinkSync('/etc/hostname', join(folder.root, 'link.ppm'));
    mkdirSync(join(folder.root, 'deep'));
    symlinkSync('/etc', join(folder.root, 'deep', 'etc'));
    folder.training.push(
      'link.ppm,p0,0',
      'deep/etc/hostname,p0,0',
      ...(process.getuid?.() === 0 ? [] : ['locked.ppm,p0,0']),
    );
    const report = await scene.judged('locked', folder, { checks: CALM });
    expect(findingOf(report, 'PATH_MISSING')).toMatchObject({ rows: [41, 42] });
    expect(findingOf(report, 'PATH_MISSING').pictures.every((picture) => picture.url === null)).toBe(true);
    if (process.getuid?.() !== 0)
      expect(findingOf(report, 'RESOURCE')).toMatchObject({ severity: 'FAIL', rows: [43] });
  });
});
