import { describe, expect, it } from 'vitest';
import { unwritableText } from './unwritable-text.rules.js';

describe('unwritableText', () => {
  it.each([
    [{ input: { note: 'a\0b' } }, ['input', 'note']],
    [{ input: { entries: [{ note: 'fine' }, { note: '\ud83d' }] } }, ['input', 'entries', '1', 'note']],
    [{ id: '\0' }, ['id']],
    [{ input: { note: '😀 배포', at: new Date(0), count: 1, none: null, list: [] } }, null],
  ])('in %j is at %j', (args, path) => {
    expect(unwritableText(args)).toEqual(path);
  });
});
