import { describe, expect, it } from 'vitest';
import { type KeyPress, shortcutOf } from './shortcut.rules.js';

const press = (key: string, more: Partial<KeyPress> = {}): KeyPress => ({
  key,
  code: /^[a-z]$/i.test(key) ? `Key${key.toUpperCase()}` : '',
  isComposing: false,
  ctrlKey: false,
  metaKey: false,
  altKey: false,
  typing: false,
  ...more,
});

describe('shortcutOf', () => {
  it.each([
    ['c', { act: 'log' }],
    ['C', { act: 'log' }],
    ['/', { act: 'search' }],
    ['?', { act: 'help' }],
    ['g', { wait: 'g' }],
    ['x', null],
  ])('%s', (key, expected) => {
    expect(shortcutOf(press(key), null)).toEqual(expected);
  });
  it('goes to a page after g', () => {
    expect(shortcutOf(press('p'), 'g')).toEqual({ go: '/pipelines' });
    expect(shortcutOf(press('x'), 'g')).toBeNull();
  });
  it('knows the place of a key on a Korean keyboard', () => {
    expect(shortcutOf(press('ㅊ', { code: 'KeyC' }), null)).toEqual({ act: 'log' });
    expect(shortcutOf(press('Process', { code: 'KeyC' }), null)).toEqual({ act: 'log' });
  });
  it('keeps still while an input method composes, somebody types, or another modifier is held', () => {
    expect(shortcutOf(press('ㅊ', { code: 'KeyC', isComposing: true }), null)).toBeNull();
    expect(shortcutOf(press('c', { typing: true }), null)).toBeNull();
    expect(shortcutOf(press('c', { ctrlKey: true }), null)).toBeNull();
  });
  it('saves a form where somebody types, but not the half of a syllable', () => {
    expect(shortcutOf(press('Enter', { ctrlKey: true, typing: true }), null)).toEqual({ act: 'submit' });
    expect(shortcutOf(press('Enter', { metaKey: true, typing: true, isComposing: true }), null)).toBeNull();
    expect(shortcutOf(press('Enter', { ctrlKey: true }), null)).toBeNull();
  });
  it('opens the palette even while typing', () => {
    expect(shortcutOf(press('k', { metaKey: true, typing: true }), null)).toEqual({ act: 'palette' });
    expect(shortcutOf(press('ㅏ', { code: 'KeyK', ctrlKey: true }), null)).toEqual({ act: 'palette' });
  });
});
