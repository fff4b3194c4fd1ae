import { describe, expect, it } from 'vitest';
import { drawFace, ppm } from '../factories/face-dataset.js';
import { codesOf, findingOf, read, useDataScene } from './ml-data-scene.js';

const CALM = { CLASS_TOO_SMALL: { warn: 5, validationWarn: 1 } };

describe('the policies of a dataset', () => {
  const scene = useDataScene();

  it('drops few bad rows in quarantine, and fails on many', async () => {
    const folder = scene.drawn('few');
    folder.training.push('nowhere.ppm,p0,0', 'p1/0.ppm,p1');
    const few = await scene.judged('few', folder, { quarantine: true, checks: CALM });
    expect(codesOf(few)).toEqual(['WARN MANIFEST_COLUMNS TRAINING', 'WARN PATH_MISSING TRAINING']);
    expect(few).toMatchObject({ verdict: 'WARN', usableTraining: 40 });
    folder.training.push('nowhere.ppm,p0,0');
    const many = await scene.judged('many', folder, { quarantine: true, checks: CALM });
    expect(many.verdict).toBe('FAIL');
    expect((await scene.judged('strictly', folder, { checks: CALM })).verdict).toBe('FAIL');
  });

  it('keeps the classes append-only once they were accepted', async () => {
    const folder = scene.drawn('classes');
    expect((await scene.judged('classes', folder, { checks: CALM })).verdict).toBe('PASS');
    const before = (await read(scene.api, 'classes')).classNames;
    for (let number = 0; number < 8; number++)
      folder.training.push(`${folder.file(`p9/${number}.ppm`, ppm(drawFace(9, number)))},p9,5`);
    for (let number = 8; number < 10; number++)
      folder.validation.push(`${folder.file(`p9/${number}.ppm`, ppm(drawFace(9, number)))},p9,5`);
    folder.write();
    expect((await scene.validate('classes')).verdict).toBe('PASS');
    expect((await read(scene.api, 'classes')).classNames).toEqual([...before, 'p9']);
    for (const list of [folder.training, folder.validation])
      list.forEach((line, i) => {
        list[i] = line.replace(/p0,0$/, 'p0,1').replace(/p1,1$/, 'p1,0');
      });
    folder.write();
    const swapped = await scene.validate('classes');
    expect(findingOf(swapped, 'LABEL_MAP_CHANGED')).toMatchObject({ severity: 'FAIL' });
    expect(findingOf(swapped, 'LABEL_MAP_CHANGED').message).toContain('class "p0" was 0 and is now 1');
    expect((await read(scene.api, 'classes')).classNames).toEqual([...before, 'p9']);
  });

  it('lets a setting stop on a warning', async () => {
    const stopped = await scene.judged('stopped', scene.drawn('stopped'), {
      checks: { CLASS_TOO_SMALL: { warn: 40, validationWarn: 1, stop: true } },
    });
    expect([stopped.verdict, codesOf(stopped)]).toEqual(['FAIL', ['FAIL CLASS_TOO_SMALL TRAINING']]);
  });
});
