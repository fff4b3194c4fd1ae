import { describe, expect, it } from 'vitest';
import { readManifest } from './manifest.rules.js';

const read = (text: string) => readManifest(new TextEncoder().encode(text));
const codes = (text: string) =>
  read(text).faults.map(({ code, severity, line }) => `${code} ${severity} ${line}`);

describe('readManifest', () => {
  it.each<[name: string, text: string, rows: number, faults: string[]]>([
    ['a clean list', 'a.pgm,x,0\nb.pgm,y,1\n', 2, []],
    ['no terminator at the end', 'a.pgm,x,0\nb.pgm,y,1', 2, []],
    ['an empty file', '', 0, []],
    ['a blank line', 'a.pgm,x,0\n\nb.pgm,y,1\n', 2, ['MANIFEST_BLANK_LINE WARN 2']],
    ['a line of spaces at the end', 'a.pgm,x,0\n  \n', 1, ['MANIFEST_BLANK_LINE WARN 2']],
    ['a header of known words', 'path,name,label\na.pgm,x,0\n', 1, ['MANIFEST_HEADER WARN 1']],
    ['a header of two columns', 'file,label\na.pgm,x,0\n', 1, ['MANIFEST_HEADER WARN 1']],
    ['a header delimited otherwise', 'path;name;label\na.pgm,x,0\n', 1, ['MANIFEST_HEADER WARN 1']],
    ['a first row with a word as label', 'a.pgm,x,zero\nb.pgm,y,1\n', 1, ['MANIFEST_LABEL_NOT_INT FAIL 1']],
    ['a header in the middle is a row', 'a.pgm,x,0\npath,name,label\n', 1, ['MANIFEST_LABEL_NOT_INT FAIL 2']],
    [
      'a header behind blank lines',
      '\n  \npath,name,label\na.pgm,x,0\n',
      1,
      ['MANIFEST_BLANK_LINE WARN 1', 'MANIFEST_BLANK_LINE WARN 2', 'MANIFEST_HEADER WARN 3'],
    ],
    ['a header in Korean', '경로,이름,라벨\na.pgm,x,0\n', 1, ['MANIFEST_HEADER WARN 1']],
    ['a header of other words', 'photo,who,code\na.pgm,x,0\n', 1, ['MANIFEST_HEADER WARN 1']],
    ['a first row without extension', 'a1,x,zero\nb.pgm,y,1\n', 1, ['MANIFEST_LABEL_NOT_INT FAIL 1']],
    ['CR LF', 'a.pgm,x,0\r\nb.pgm,y,1\r\n', 2, ['MANIFEST_CRLF WARN 1', 'MANIFEST_CRLF WARN 2']],
    ['CR alone', 'a.pgm,x,0\rb.pgm,y,1\r', 2, ['MANIFEST_CRLF WARN 1', 'MANIFEST_CRLF WARN 2']],
    ['a byte order mark', '\ufeffa.pgm,x,0\n', 1, ['MANIFEST_BOM WARN 1']],
    ['two columns', 'a.pgm,x\n', 0, ['MANIFEST_COLUMNS FAIL 1']],
    ['a zero byte', 'a\0.pgm,x,0\nb.pgm,y,1\n', 1, ['MANIFEST_COLUMNS FAIL 1']],
    ['four columns', 'a,b.pgm,x,0\n', 0, ['MANIFEST_COLUMNS FAIL 1']],
    ['an empty path', ',x,0\n', 0, ['MANIFEST_COLUMNS FAIL 1']],
    ['a name that is none', `a.pgm,${'n'.repeat(201)},0\nb.pgm,y,1\n`, 1, ['MANIFEST_COLUMNS FAIL 1']],
    ['an empty name', 'a.pgm,,0\n', 0, ['MANIFEST_COLUMNS FAIL 1']],
    ['an open quote ends with its line', '"a.pgm,x,0\nb.pgm,y,1\n', 1, ['MANIFEST_COLUMNS FAIL 1']],
    ['semicolons', 'a.pgm;x;0\n', 0, ['MANIFEST_DELIMITER FAIL 1']],
    ['tabs', 'a.pgm\tx\t0\n', 0, ['MANIFEST_DELIMITER FAIL 1']],
    ['a decimal label', 'a.pgm,x,1.0\n', 0, ['MANIFEST_LABEL_NOT_INT FAIL 1']],
    ['an empty label', 'a.pgm,x,\n', 0, ['MANIFEST_LABEL_NOT_INT FAIL 1']],
    ['a comma in quotes', '"a,b.pgm",x,0\n', 1, ['MANIFEST_QUOTED_COMMA WARN 1']],
    ['quotes without need', '"a.pgm","x","0"\n', 1, []],
  ])('reads %s', (_, text, rows, faults) => {
    expect(read(text).rows).toHaveLength(rows);
    expect(codes(text)).toEqual(faults);
  });

  it('counts physical lines, repaired ones included', () => {
    const { rows, faults } = read('\ufeffpath,name,label\r\n\r\na.pgm,x,0\r\nbad\r\nb.pgm,y,1');
    expect(rows.map(({ line, path }) => [line, path])).toEqual([
      [3, 'a.pgm'],
      [5, 'b.pgm'],
    ]);
    expect(faults.find((fault) => fault.code === 'MANIFEST_COLUMNS')).toMatchObject({
      line: 4,
      message: 'line 4 has 1 column, not 3',
    });
  });

  it('keeps the path as it is, and trims name and label', () => {
    expect(read(' a.pgm , x , 0 \n').rows).toEqual([{ line: 1, path: ' a.pgm ', name: 'x', label: 0 }]);
  });

  it('unfolds doubled quotes', () => {
    expect(read('"a ""b"".pgm",x,0\n').rows[0]?.path).toBe('a "b".pgm');
  });

  it('reads what Korean Windows saves, and damages no other line', () => {
    const bytes = Buffer.concat([
      Buffer.from('a.pgm,김,0\n'),
      Buffer.concat([Buffer.from('b.pgm,'), Buffer.from([0xb1, 0xe8]), Buffer.from(',0\r\n')]),
      Buffer.concat([Buffer.from('c.pgm,'), Buffer.from([0xff, 0xfe]), Buffer.from(',1\n')]),
      Buffer.from('d.pgm,이,1'),
    ]);
    const { rows, faults } = readManifest(bytes);
    expect(rows.map(({ line, name }) => [line, name])).toEqual([
      [1, '김'],
      [2, '김'],
      [4, '이'],
    ]);
    expect(faults.map(({ code, severity, line }) => `${code} ${severity} ${line}`)).toEqual([
      'MANIFEST_CRLF WARN 2',
      'MANIFEST_ENCODING WARN 2',
      'MANIFEST_COLUMNS FAIL 3',
    ]);
  });

  it('takes one name in two Unicode forms for one class', () => {
    const { rows } = read(`a.pgm,김,0\nb.pgm,${'김'.normalize('NFD')},0\n`);
    expect(new Set(rows.map(({ name }) => name))).toEqual(new Set(['김']));
  });

  it('reads UTF-16 with its mark', () => {
    const bytes = Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from('얼굴.pgm,나,0\n', 'utf16le')]);
    const { rows, faults } = readManifest(bytes);
    expect(rows[0]).toMatchObject({ path: '얼굴.pgm', name: '나', label: 0 });
    expect(faults[0]?.code).toBe('MANIFEST_BOM');
  });
});
