import { describe, expect, it } from 'vitest';
import { readManifest } from './manifest.rules.js';
import { repairDiff, repairManifest } from './manifest-repair.rules.js';

const repair = (text: string, rewrite?: (path: string) => string) =>
  repairManifest(Buffer.from(text), rewrite);

describe('repairManifest', () => {
  it.each<[fault: string, text: string, repaired: string, codes: string[]]>([
    ['a byte order mark', '\ufeffa/1.jpg,anna,0\n', 'a/1.jpg,anna,0\n', ['MANIFEST_BOM']],
    [
      'carriage returns',
      'a/1.jpg,anna,0\r\nb/1.jpg,bert,1\r\n',
      'a/1.jpg,anna,0\nb/1.jpg,bert,1\n',
      ['MANIFEST_CRLF'],
    ],
    ['a header', 'path,name,label\na/1.jpg,anna,0\n', 'a/1.jpg,anna,0\n', ['MANIFEST_HEADER']],
    [
      'blank lines',
      'a/1.jpg,anna,0\n\n  \nb/1.jpg,bert,1\n',
      'a/1.jpg,anna,0\nb/1.jpg,bert,1\n',
      ['MANIFEST_BLANK_LINE'],
    ],
    ['semicolons', 'a/1.jpg; anna; 0\n', 'a/1.jpg,anna,0\n', ['MANIFEST_DELIMITER']],
    ['tabs and a comma in a path', 'a,b/1.jpg\tanna\t0\n', '"a,b/1.jpg",anna,0\n', ['MANIFEST_DELIMITER']],
    ['a missing end of line', 'a/1.jpg,anna,0', 'a/1.jpg,anna,0\n', []],
  ])('mends %s', (_, text, repaired, codes) => {
    const { text: after, changes, remaining } = repair(text);
    expect([after, remaining]).toEqual([repaired, 0]);
    expect([...new Set(changes.flatMap((change) => change.codes))]).toEqual(codes);
    const left = readManifest(Buffer.from(after)).faults.map(({ code }) => code);
    expect(left.filter((code) => code !== 'MANIFEST_QUOTED_COMMA')).toEqual([]);
  });

  it('writes CP949 in UTF-8', () => {
    const bytes = Buffer.concat([Buffer.from('a.jpg,'), Buffer.from([0xb1, 0xe8]), Buffer.from(',0\n')]);
    const { text, changes } = repairManifest(bytes);
    expect(text).toBe('a.jpg,김,0\n');
    expect(changes).toEqual([
      { line: 1, before: 'a.jpg,김,0 (CP949)', after: 'a.jpg,김,0', codes: ['MANIFEST_ENCODING'] },
    ]);
  });

  it('reads UTF-16', () => {
    const bytes = Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from('가/1.jpg,홍,0\r\n', 'utf16le')]);
    expect(repairManifest(bytes)).toMatchObject({ text: '가/1.jpg,홍,0\n', remaining: 0 });
  });

  it('rewrites paths, quotes kept', () => {
    const { text, changes } = repair('C:\\x,y\\1.jpg,anna,0\n"data/a,b.jpg",anna,0\n', (path) =>
      path.replace('data/', ''),
    );
    expect(text).toBe('C:\\x,y\\1.jpg,anna,0\n"a,b.jpg",anna,0\n');
    expect(changes).toEqual([
      { line: 2, before: '"data/a,b.jpg",anna,0', after: '"a,b.jpg",anna,0', codes: ['PATH_MISSING'] },
    ]);
  });

  it('leaves what only its author can mend, and counts it', () => {
    const { text, changes, remaining } = repair('a/1.jpg,anna\nb/1.jpg,bert,one\n\nc/1.jpg,carl,2\n');
    expect(text).toBe('a/1.jpg,anna\nb/1.jpg,bert,one\nc/1.jpg,carl,2\n');
    expect([changes.map(({ line }) => line), remaining]).toEqual([[3], 2]);
  });

  it('changes nothing that is right, and is done after one round', () => {
    const { text, changes } = repair('\ufeffpath;name;label\r\n\r\na/1.jpg;anna;0\r\n');
    expect(changes).toHaveLength(3);
    expect(repair(text)).toEqual({ text, changes: [], remaining: 0 });
  });

  it('shows what cannot be seen', () => {
    expect(repairDiff(repair('\ufeffa,anna,0\r\n\n').changes, 10)).toBe(
      '@@ line 1 @@\n-\\ufeffa,anna,0\\r\n+a,anna,0\n@@ line 2 @@\n-\n',
    );
  });
});
