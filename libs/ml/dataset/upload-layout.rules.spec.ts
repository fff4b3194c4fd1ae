import { describe, expect, it } from 'vitest';
import { folderLayout, manifestLayout, manifestsOf } from './upload-layout.rules.js';

const placed = (paths: string[]) =>
  folderLayout(paths).pictures.map(({ path, label, split }) => `${path}|${label}|${split[0]}`);

describe('folderLayout', () => {
  it.each<[name: string, paths: string[], expected: string[]]>([
    ['folders as classes', ['anna/1.jpg', 'bert/2.jpg'], ['anna/1.jpg|anna|T', 'bert/2.jpg|bert|T']],
    [
      'all in one folder',
      ['set/anna/1.jpg', 'set/bert/2.jpg'],
      ['set/anna/1.jpg|anna|T', 'set/bert/2.jpg|bert|T'],
    ],
    [
      'splits above classes',
      ['train/anna/1.jpg', 'val/anna/2.jpg'],
      ['train/anna/1.jpg|anna|T', 'val/anna/2.jpg|anna|V'],
    ],
    [
      'one split alone',
      ['training/anna/1.jpg', 'training/bert/2.jpg'],
      ['training/anna/1.jpg|anna|T', 'training/bert/2.jpg|bert|T'],
    ],
    [
      'splits in one folder',
      ['set/train/anna/1.jpg', 'set/test/anna/2.jpg'],
      ['set/train/anna/1.jpg|anna|T', 'set/test/anna/2.jpg|anna|V'],
    ],
    [
      'several folders around all',
      ['a/b/set/anna/1.jpg', 'a/b/set/bert/x/2.jpg'],
      ['a/b/set/anna/1.jpg|anna|T', 'a/b/set/bert/x/2.jpg|bert|T'],
    ],
    [
      'splits named in Korean',
      ['얼굴/학습/홍길동/1.jpg', '얼굴/검증/홍길동/2.jpg'],
      ['얼굴/학습/홍길동/1.jpg|홍길동|T', '얼굴/검증/홍길동/2.jpg|홍길동|V'],
    ],
    [
      'one class alone in folders',
      ['a/b/anna/1.jpg', 'a/b/anna/2.jpg'],
      ['a/b/anna/1.jpg|anna|T', 'a/b/anna/2.jpg|anna|T'],
    ],
    ['one class alone', ['anna/1.jpg', 'anna/2.jpg'], ['anna/1.jpg|anna|T', 'anna/2.jpg|anna|T']],
    ['deeper folders', ['anna/a/1.jpg', 'bert/2.jpg'], ['anna/a/1.jpg|anna|T', 'bert/2.jpg|bert|T']],
    ['pictures without a folder', ['1.jpg'], ['1.jpg|null|T']],
    [
      'what systems leave behind',
      ['__MACOSX/anna/._1.jpg', 'anna/.DS_Store', 'anna/Thumbs.db', 'anna/', 'readme.txt'],
      [],
    ],
  ])('reads %s', (_, paths, expected) => {
    expect(placed(paths)).toEqual(expected);
  });
  it('orders classes as people count', () => {
    expect(folderLayout(['s10/1.jpg', 's9/1.jpg', 's1/1.jpg']).classNames).toEqual(['s1', 's9', 's10']);
  });
});

describe('manifests inside', () => {
  it.each<[paths: string[], expected: ReturnType<typeof manifestsOf>]>([
    [['a.jpg'], null],
    [['list.csv'], { training: 'list.csv', validation: null }],
    [['x/val.csv', 'x/train.csv'], { training: 'x/train.csv', validation: 'x/val.csv' }],
    [
      ['orl5_validation.csv', 'orl5_training.csv'],
      { training: 'orl5_training.csv', validation: 'orl5_validation.csv' },
    ],
    [['test.csv', 'all.csv'], { training: 'all.csv', validation: 'test.csv' }],
    [['__MACOSX/._train.csv'], null],
  ])('%j', (paths, expected) => {
    expect(manifestsOf(paths)).toEqual(expected);
  });
  it('reads paths from where the manifest lies, and classes in the order of their numbers', () => {
    const bytes = Buffer.from('./1.jpg,z,0\n2.jpg,a,1\n3.jpg,a,1\nbroken\n');
    const layout = manifestLayout(
      [{ split: 'TRAINING', path: 'set/train.csv', bytes }],
      new Set(['set/1.jpg', 'set/2.jpg']),
    );
    expect(layout.classNames).toEqual(['z', 'a']);
    expect(layout.pictures.map(({ path }) => path)).toEqual(['set/1.jpg', 'set/2.jpg']);
    expect(layout.refused.map(({ code, name }) => `${code} ${name}`)).toEqual([
      'MANIFEST_COLUMNS set/train.csv',
      'PATH_MISSING 3.jpg',
    ]);
  });
  it('finds pictures however the manifest writes their paths', () => {
    const decomposed = '가/3.jpg'.normalize('NFD');
    const bytes = Buffer.from(`가\\1.jpg,a,0\n가/2.jpg ,b,1\n${decomposed},b,1\nset/가/4.jpg,a,0\n`);
    const paths = ['set/가/1.jpg', 'set/가/2.jpg', 'set/가/3.jpg', 'set/가/4.jpg'];
    const layout = manifestLayout([{ split: 'TRAINING', path: 'set/train.csv', bytes }], new Set(paths));
    expect(layout.pictures.map(({ path }) => path)).toEqual(paths);
    expect(layout.refused).toEqual([]);
  });
});
