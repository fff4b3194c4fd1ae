import iconv from 'iconv-lite';
import { describe, expect, it } from 'vitest';
import { archiveName } from './archive-name.rules.js';

describe('archiveName', () => {
  it.each([
    ['plain ASCII', Buffer.from('faces/anna/1.jpg'), 'faces/anna/1.jpg'],
    ['UTF-8 without its mark', Buffer.from('얼굴/홍길동/1.jpg'), '얼굴/홍길동/1.jpg'],
    ['decomposed letters of a Mac', Buffer.from('얼굴/é.jpg'.normalize('NFD')), '얼굴/é.jpg'],
    ['CP949', iconv.encode('얼굴/홍길동/사진 (1).jpg', 'cp949'), '얼굴/홍길동/사진 (1).jpg'],
    ['syllables that only CP949 has', iconv.encode('똠방각하/뷁.png', 'cp949'), '똠방각하/뷁.png'],
    ['CP437', iconv.encode('café/über.jpg', 'cp437'), 'café/über.jpg'],
    ['backslashes', Buffer.from('faces\\anna\\1.jpg'), 'faces/anna/1.jpg'],
  ])('reads %s', (_, raw, name) => expect(archiveName(raw)).toBe(name));
});
