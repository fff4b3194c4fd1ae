import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import iconv from 'iconv-lite';
import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import yazl from 'yazl';
import { RunData } from '#ml';
import { Transactions } from '#platform';
import { drawFace, FaceFolder, ppm } from '../factories/face-dataset.js';
import { plainZip } from '../factories/plain-zip.js';
import { codesOf, findingOf, read, useDataScene } from './ml-data-scene.js';

const CALM = { CLASS_TOO_SMALL: { warn: 5, validationWarn: 1 } };
const face = (person: number, number: number, flaws = {}) => ppm(drawFace(person, number, flaws));

/** 24 x 24 values of chance, others for each seed. */
const tile = (seed: number): Buffer =>
  ppm(
    Buffer.from(
      Array.from({ length: 24 * 24 * 3 }, (_, i) => Math.imul((seed + 1) * 7_919 + i, 0x9e3779b1) >>> 24),
    ),
    24,
  );

async function zipOf(
  files: Record<string, Buffer | string>,
  more: (zip: yazl.ZipFile) => void = () => {},
): Promise<Buffer> {
  const zip = new yazl.ZipFile();
  for (const [name, bytes] of Object.entries(files))
    zip.addBuffer(Buffer.from(bytes), name, { mtime: new Date(0) });
  more(zip);
  zip.end();
  const chunks: Buffer[] = [];
  for await (const chunk of zip.outputStream) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks);
}

describe('uploads', () => {
  const scene = useDataScene();
  const send = async (
    key: string,
    body: BodyInit,
    type?: string,
    query = '',
    token: string | null = scene.api.adminToken,
  ) => {
    const headers: Record<string, string> = {
      ...(type ? { 'content-type': type } : {}),
      ...(token ? { authorization: `Bearer ${token}` } : {}),
    };
    const response = await fetch(`${scene.api.url}/uploads/datasets/${key}${query}`, {
      method: 'POST',
      headers,
      body,
    });
    return { status: response.status, body: await response.json() };
  };
  const zip = async (key: string, files: Record<string, Buffer | string>, query = '') =>
    send(key, new Uint8Array(await zipOf(files)), 'application/zip', query);
  const people = (names: string[], from: number, to: number, prefix = '') =>
    Object.fromEntries(
      names.flatMap((name, person) =>
        Array.from({ length: to - from }, (_, i) => [
          `${prefix}${name}/${from + i}.ppm`,
          face(person, from + i),
        ]),
      ),
    );

  it('makes a dataset from a zip with one folder for each class', async () => {
    const made = await zip('folders', {
      ...people(['anna', 'bert', 'carl'], 0, 10, 'faces/'),
      '__MACOSX/faces/._x': 'noise',
      'faces/.DS_Store': 'noise',
    });
    expect(made).toEqual({
      status: 201,
      body: { dataset: 'folders', created: true, accepted: 30, duplicates: 0, refused: 0, faults: [] },
    });
    const report = await scene.validate('folders');
    expect((await read(scene.api, 'folders')).classNames).toEqual(['anna', 'bert', 'carl']);
    expect(report).toMatchObject({ usableTraining: 30 });
    expect(findingOf(report, 'SPLIT_SUGGESTED').count).toBe(6);
  });

  it('makes a dataset from a zip with manifests inside', async () => {
    const training = ['b', 'a'].flatMap((name, label) =>
      [0, 1, 2, 3, 4, 5].map((number) => `pics/${name}/${number}.ppm,${name},${label}`),
    );
    const validation = ['b', 'a'].flatMap((name, label) =>
      [6, 7].map((number) => `pics/${name}/${number}.ppm,${name},${label}`),
    );
    const made = await zip('manifests', {
      ...people(['b', 'a'], 0, 8, 'set/pics/'),
      'set/training.csv': training.join('\n'),
      'set/validation.csv': `${validation.join('\n')}\npics/none.ppm,a,1\n`,
    });
    expect(made).toMatchObject({
      status: 201,
      body: { accepted: 16, refused: 1, faults: [{ code: 'PATH_MISSING', name: 'pics/none.ppm' }] },
    });
    const report = await scene.validate('manifests');
    expect((await read(scene.api, 'manifests')).classNames).toEqual(['b', 'a']);
    expect(report).toMatchObject({ usableTraining: 12, usableValidation: 4 });
  });

  it('adds new pictures to a dataset that exists, once, and counts them as arrivals', async () => {
    await scene.judged('grows', scene.drawn('grows'), { checks: CALM });
    const before = new Date();
    const form = new FormData();
    form.append('label', 'p1');
    form.append('file', new Blob([new Uint8Array(face(1, 70))]), 'one.ppm');
    form.append('file', new Blob([new Uint8Array(face(2, 71))]), 'p2/two.ppm');
    form.append('file', new Blob([new Uint8Array(face(1, 0))]), 'known.ppm');
    form.append('file', new Blob(['no picture']), 'text.jpg');
    form.append('file', new Blob([new Uint8Array(face(1, 72, { smooth: true }))]), 'blurred.ppm');
    const sent = await send('grows', form);
    expect(sent).toMatchObject({
      status: 200,
      body: { created: false, accepted: 2, duplicates: 1, refused: 2 },
    });
    expect(sent.body.faults.map((fault: { code: string }) => fault.code).sort()).toEqual([
      'BLUR',
      'NOT_AN_IMAGE',
    ]);
    const again = new FormData();
    again.append('label', 'p1');
    again.append('file', new Blob([new Uint8Array(face(1, 70))]), 'renamed.ppm');
    expect((await send('grows', again)).body).toMatchObject({ accepted: 0, duplicates: 1 });
    const renamed = new FormData();
    renamed.append('file', new Blob([new Uint8Array(face(1, 70))]), 'p2/sent-before.ppm');
    renamed.append('file', new Blob([new Uint8Array(face(1, 0))]), 'p2/imported.ppm');
    renamed.append('file', new Blob([new Uint8Array(face(1, 0))]), 'p1/imported.ppm');
    expect((await send('grows', renamed)).body).toMatchObject({
      accepted: 0,
      duplicates: 1,
      refused: 2,
      faults: [
        { name: 'p2/sent-before.ppm', code: 'SAME_PIXELS_TWO_LABELS' },
        {
          name: 'p2/imported.ppm',
          code: 'SAME_PIXELS_TWO_LABELS',
          message: 'is sent as "p2", and its pixels are in the dataset as "p1" already',
        },
      ],
    });
    expect(
      (await send('grows', new Uint8Array(face(3, 73)), 'image/x-portable-pixmap', '?label=p3')).body,
    ).toMatchObject({ accepted: 1 });

    const data = scene.worker.app.get(RunData);
    const { id } = await read(scene.api, 'grows');
    const pending = await data.pending(scene.worker.app.get(Transactions).read, id, before, [
      'p0',
      'p1',
      'p2',
      'p3',
      'p4',
    ]);
    expect(pending).toMatchObject({ total: 3, largestClass: { count: 1 }, newClasses: [] });
    const report = await scene.validate('grows');
    expect([report.usableTraining, codesOf(report)]).toEqual([43, []]);
    const checkId = (await data.check(id, new AbortController().signal, async () => {})).checkId;
    const packed = await data.pack(id, checkId, new AbortController().signal);
    expect([packed.training.rows, packed.validation.rows, packed.validationPictures.length]).toEqual([
      43, 10, 10,
    ]);
    expect(await data.nearestNeighbourRight(packed, new AbortController().signal)).toBeGreaterThanOrEqual(8);
    expect(await data.pack(id, checkId, new AbortController().signal)).toEqual(packed);

    // Dark pictures after the last training: the report says that the data has moved.
    const dark = Object.fromEntries(
      Array.from({ length: 30 }, (_, i) => [
        `p${i % 5}/${100 + i}.ppm`,
        face(i % 5, 100 + i, { brightness: -60 }),
      ]),
    );
    expect((await zip('grows', dark)).body).toMatchObject({ accepted: 30 });
    const moved = findingOf(await scene.validate('grows'), 'DRIFT');
    expect(moved).toMatchObject({ severity: 'WARN', count: 30 });
    expect(moved.message).toContain('automatic training waits for a person');
  });

  it('keeps the pixels of a picture and nothing of where it came from', async () => {
    const raw = { width: 96, height: 96, channels: 3 } as const;
    const withExif = (number: number) =>
      sharp(drawFace(1, number), { raw }).withExif({ IFD0: { Copyright: 'home-address' } });
    const jpeg = await withExif(80).jpeg().toBuffer();
    const webp = await withExif(81).webp({ lossless: true }).toBuffer();
    const turned = await sharp(drawFace(1, 82), { raw }).withMetadata({ orientation: 6 }).jpeg().toBuffer();
    const sent = await zip('exif', { 'anna/1.jpg': jpeg, 'anna/2.webp': webp, 'anna/3.jpg': turned });
    expect(sent.body).toMatchObject({ accepted: 3, refused: 0 });
    const stored = readdirSync(scene.api.dataDir, { recursive: true, withFileTypes: true }).filter((entry) =>
      entry.isFile(),
    );
    const leaks = stored.filter((entry) =>
      readFileSync(join(entry.parentPath, entry.name)).includes('home-address'),
    );
    expect(stored.length).toBeGreaterThanOrEqual(3);
    expect(leaks).toEqual([]);
    expect(codesOf(await scene.validate('exif'))).toEqual([
      'FAIL CLASS_MISSING TRAINING',
      'FAIL CLASS_TOO_SMALL TRAINING',
      'INFO SPLIT_SUGGESTED TRAINING',
    ]);
  });

  it('reads archives of Korean Windows, with two files of one name, empty files and formats it does not read', async () => {
    const entry = (name: string, content: Uint8Array) => ({ name: iconv.encode(name, 'cp949'), content });
    const heic = Buffer.concat([
      Buffer.from('\0\0\0\x18ftypheic\0\0\0\0mif1heic', 'latin1'),
      Buffer.alloc(40),
    ]);
    const files = ['홍길동', '김철수'].flatMap((name, person) =>
      Array.from({ length: 6 }, (_, i) => entry(`내 사진\\얼굴\\${name}\\${i}.ppm`, face(person, 300 + i))),
    );
    files.push(
      entry('내 사진\\얼굴\\홍길동\\0.ppm', face(0, 320)),
      entry('내 사진\\얼굴\\홍길동\\빈 파일.jpg', Buffer.alloc(0)),
      entry('내 사진\\얼굴\\홍길동\\아이폰.heic', heic),
      entry('__MACOSX/내 사진/._0.ppm', Buffer.from('noise')),
    );
    const sent = await send('korean', new Uint8Array(plainZip(files)), 'application/zip');
    expect(sent).toMatchObject({ status: 201, body: { accepted: 13, duplicates: 0, refused: 2 } });
    expect(sent.body.faults).toEqual([
      {
        name: '내 사진/얼굴/홍길동/빈 파일.jpg',
        code: 'DECODE_ERROR',
        message: expect.stringContaining('empty'),
      },
      {
        name: '내 사진/얼굴/홍길동/아이폰.heic',
        code: 'FORMAT_MISMATCH',
        message: expect.stringContaining('HEIC'),
      },
    ]);
    await scene.validate('korean');
    expect((await read(scene.api, 'korean')).classNames).toEqual(['김철수', '홍길동']);
  });

  it('says what is wrong with data of one class, of two pictures, and of very many classes', async () => {
    await zip('one-class', people(['anna'], 400, 410));
    expect(findingOf(await scene.validate('one-class'), 'CLASS_MISSING').message).toContain(
      'one class only, anna',
    );
    await zip('two', { 'anna/1.ppm': face(0, 420), 'bert/1.ppm': face(1, 421) });
    const two = await scene.validate('two');
    expect([two.verdict, findingOf(two, 'CLASS_TOO_SMALL', 'TRAINING').message]).toEqual([
      'FAIL',
      '2 of 2 classes have fewer than 5 training pictures; the smallest is anna with 1.',
    ]);
    const folder = new FaceFolder(join(scene.scratch, 'thousand'));
    for (let person = 0; person < 1000; person++)
      for (let number = 0; number < 2; number++) {
        const path = folder.file(`c${person}/${number}.ppm`, tile(person * 2 + number));
        folder[number === 0 ? 'training' : 'validation'].push(`${path},c${person},${person}`);
      }
    const many = await scene.judged('thousand', folder, { checks: { BLUR: { warn: 0, fail: 0 } } });
    expect((await read(scene.api, 'thousand')).classNames).toHaveLength(1000);
    expect(findingOf(many, 'CLASS_TOO_SMALL', 'TRAINING')).toMatchObject({ severity: 'FAIL', count: 1000 });
  }, 120_000);

  it('refuses a zero character wherever a text may stand, and a folder above as a class', async () => {
    await zip('zeroes', people(['anna'], 430, 432));
    const picture = new Uint8Array(face(1, 440));
    const labelled = await send('zeroes', picture, 'image/x-portable-pixmap', '?label=a%00b');
    expect([labelled.status, labelled.body.message]).toEqual([
      422,
      expect.stringContaining('zero character'),
    ]);
    const form = new FormData();
    form.append('file', new Blob([picture]), '../bert.ppm');
    expect((await send('zeroes', form)).body.refused).toMatchObject([
      { code: 'LABEL_RANGE', message: expect.stringContaining('has no class') },
    ]);
    const { data } = await scene.api.query(
      'mutation ($input: CreatePipelineInput!) { createPipeline(input: $input) { userErrors { code message } } }',
      { input: { key: 'zeroes', service: 'a\0b', dataset: 'zeroes' } },
    );
    expect(data.createPipeline.userErrors).toEqual([
      { code: 'INVALID_INPUT', message: expect.stringContaining('zero character') },
    ]);
    const asked = await scene.api.query('query ($key: String!) { dataset(key: $key) { id } }', {
      key: 'a\0b',
    });
    expect(asked.errors?.[0]).toMatchObject({ extensions: { code: 'BAD_USER_INPUT' } });
  });

  it('says when the checks broke off, until they end with a report', async () => {
    await zip('broken', people(['anna', 'bert'], 450, 452));
    await scene.validate('broken');
    await scene.worker.app
      .get(Transactions)
      .read.query(
        `update dataset_check set state = 'FAILED' where dataset_id = (select id from dataset where key = 'broken')`,
      );
    const why = async () =>
      (await scene.api.must('{ dataset(key: "broken") { checking checkError } }')).dataset;
    expect(await why()).toEqual({ checking: false, checkError: expect.stringContaining('validate again') });
    await scene.validate('broken');
    expect(await why()).toEqual({ checking: false, checkError: null });
  });

  it('keeps the classes when one of them vanishes', async () => {
    const folder = scene.drawn('vanishes', 4);
    await scene.judged('vanishes', folder, { checks: CALM });
    for (const list of [folder.training, folder.validation])
      list.splice(0, list.length, ...list.filter((line) => !line.includes(',p3,')));
    folder.write();
    const report = await scene.validate('vanishes');
    expect(findingOf(report, 'LABEL_MAP_CHANGED').message).toContain('class "p3" (3) is gone');
    expect((await read(scene.api, 'vanishes')).classNames).toEqual(['p0', 'p1', 'p2', 'p3']);
  });

  it('shows a new class with its pictures', async () => {
    await scene.judged('newcomer', scene.drawn('newcomer'), { checks: CALM });
    const files = { ...people(['zoe'], 200, 208, 'training/'), ...people(['zoe'], 208, 210, 'validation/') };
    expect((await zip('newcomer', files)).body).toMatchObject({ accepted: 10 });
    const report = await scene.validate('newcomer');
    expect(report).toMatchObject({ usableTraining: 48, usableValidation: 12 });
    expect((await read(scene.api, 'newcomer')).classNames).toEqual(['p0', 'p1', 'p2', 'p3', 'p4', 'zoe']);
    // A name as a Mac writes it is the same name.
    const name = (form: 'NFC' | 'NFD') => `?label=${encodeURIComponent('얼굴'.normalize(form))}`;
    const sendTo = async (number: number, query: string) =>
      (await send('newcomer', new Uint8Array(face(3, number)), 'image/x-portable-pixmap', query)).body;
    expect(await sendTo(220, name('NFC'))).toMatchObject({ accepted: 1 });
    expect(await sendTo(221, `${name('NFD')}&split=VALIDATION`)).toMatchObject({ accepted: 1 });
    await scene.validate('newcomer');
    expect((await read(scene.api, 'newcomer')).classNames.slice(5)).toEqual(['zoe', '얼굴']);
  });

  it('says what a strict dataset takes instead', async () => {
    const strict = { checks: CALM, sizePolicy: 'STRICT', expandGrey: false };
    await scene.judged('strict', scene.drawn('strict'), strict);
    const grid = { width: 96, height: 96, channels: 1 } as const;
    const grey = await sharp(Buffer.alloc(96 * 96, 120), { raw: grid })
      .toColourspace('b-w')
      .png()
      .toBuffer();
    const wide = await sharp(Buffer.alloc(100 * 96 * 3, 120), { raw: { ...grid, width: 100, channels: 3 } })
      .png()
      .toBuffer();
    const told = async (bytes: Buffer) =>
      (await send('strict', new Uint8Array(bytes), 'image/png', '?label=p1')).body.message;
    expect(await told(wide)).toBe(
      'upload could not be taken: is 100x96x3; the dataset takes 96x96 only (STRICT).',
    );
    expect(await told(grey)).toBe(
      'upload could not be taken: is greyscale; the dataset takes plain colour only (expandGrey is off).',
    );
  });

  it('takes nothing that could hurt', async () => {
    const slip = async (name: string) => {
      const bytes = await zipOf({ [name.replaceAll('..', 'aa').replace(/^\//, 'b')]: face(0, 0) });
      // The library that writes zips refuses such names too: they are put in behind its back.
      const [from, to] = [Buffer.from(name.replaceAll('..', 'aa').replace(/^\//, 'b')), Buffer.from(name)];
      for (let at = bytes.indexOf(from); at >= 0; at = bytes.indexOf(from, at + 1)) to.copy(bytes, at);
      return send('slip', new Uint8Array(bytes), 'application/zip');
    };
    for (const name of ['../../evil.ppm', 'a/../../evil.ppm', '/etc/evil.ppm']) {
      expect(await slip(name)).toMatchObject({
        status: 400,
        body: { code: 'INVALID_INPUT', message: expect.stringContaining('archive') },
      });
    }
    const bomb = await zip('bomb', {
      'anna/bomb.ppm': Buffer.concat([Buffer.from('P6\n3000 3000\n255\n'), Buffer.alloc(27_000_000)]),
    });
    expect(bomb).toMatchObject({
      status: 422,
      body: { refused: [{ code: 'DECODE_ERROR', message: 'unpacks to more than 100 times its size' }] },
    });
    const linked = await zipOf({}, (archive) =>
      archive.addBuffer(Buffer.from('/etc/passwd'), 'anna/link.ppm', { mode: 0o120777, mtime: new Date(0) }),
    );
    expect(await send('linked', new Uint8Array(linked), 'application/zip')).toMatchObject({
      status: 422,
      body: { refused: [{ message: 'is a link' }] },
    });
    expect(await zip('loose', { 'one.ppm': face(0, 0) })).toMatchObject({
      status: 422,
      body: { refused: [{ code: 'LABEL_RANGE' }] },
    });
    for (const key of ['slip', 'bomb', 'linked', 'loose']) expect(await read(scene.api, key)).toBeNull();
    expect(readdirSync(join(scene.api.dataDir, 'incoming'))).toEqual([]);
  });

  it('refuses who may not, what is nowhere, and what is no upload', async () => {
    const picture = new Uint8Array(face(0, 0));
    expect((await send('grows', picture, 'image/png', '?label=p0', null)).status).toBe(401);
    expect(await send('nobody', picture, 'image/png', '?label=p0')).toMatchObject({
      status: 404,
      body: { code: 'NOT_FOUND' },
    });
    expect((await send('Not%20A%20Key', picture, 'image/png')).status).toBe(400);
    expect((await send('grows', '{}', 'application/json')).status).toBe(400);
    expect(
      await send('grows', new Uint8Array(Buffer.from('PK\x03\x04 broken')), 'application/zip'),
    ).toMatchObject({ status: 400, body: { code: 'INVALID_INPUT' } });
    expect((await send('grows', picture, 'image/png', '?label=p0&split=half')).status).toBe(400);
  });
});
