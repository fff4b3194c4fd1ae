import { describe, expect, it } from 'vitest';
import { RememberedPictures } from './remembered-pictures.js';

describe('RememberedPictures', () => {
  const minute = 60_000;
  const scene = (bytes = 1000) => {
    const clock = { now: 0 };
    return { clock, kept: new RememberedPictures({ milliseconds: 60 * minute, bytes }, () => clock.now) };
  };
  const picture = (length: number, fill = 7) => Buffer.alloc(length, fill);

  it('gives each picture an id of its own, which finds it in its own pipeline alone', () => {
    const { kept } = scene();
    const ids = kept.keep('people', [picture(10, 1), picture(10, 2)])!;
    expect(new Set(ids).size).toBe(2);
    expect(ids.map((id) => kept.find('people', id)?.[0])).toEqual([1, 2]);
    expect(kept.find('others', ids[0]!)).toBeNull();
    for (const wrong of ['', ids[0]!.split('.')[0]!, `${ids[0]!.split('.')[0]}.2`, 'nobody.0'])
      expect(kept.find('people', wrong), wrong).toBeNull();
  });

  it('forgets what is an hour old', () => {
    const { clock, kept } = scene();
    const [old] = kept.keep('people', [picture(10)])!;
    clock.now = 30 * minute;
    const [young] = kept.keep('people', [picture(10)])!;
    clock.now = 60 * minute;
    expect([kept.find('people', old!), kept.find('people', young!)]).toEqual([null, picture(10)]);
  });

  it('forgets the oldest when there are too many bytes, and takes none that fill it alone', () => {
    const { kept } = scene(100);
    const [first] = kept.keep('people', [picture(60)])!;
    const [second] = kept.keep('people', [picture(60)])!;
    expect([kept.find('people', first!), kept.find('people', second!)]).toEqual([null, picture(60)]);
    expect(kept.keep('people', [picture(101)])).toBeNull();
    expect(kept.find('people', second!)).toEqual(picture(60));
  });

  it.each([
    { milliseconds: 0, bytes: 100 },
    { milliseconds: 100, bytes: 0 },
  ])('remembers nothing with %o', (limits) => {
    expect(new RememberedPictures(limits, () => 0).keep('people', [picture(1)])).toBeNull();
  });
});
