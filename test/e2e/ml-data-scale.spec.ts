import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { FaceFolder } from '../factories/face-dataset.js';
import { findingOf, useDataScene } from './ml-data-scene.js';

// 100,000 is tried by hand: UNTOIL_TEST_SCALE=100000 npx vitest run test/e2e/ml-data-scale.spec.ts
const PICTURES = Number(process.env.UNTOIL_TEST_SCALE ?? 2_400);
const PEOPLE = 20;
const SIDE = 24;

/** A small grey picture: 6x6 blocks of chance, blended half with blocks that belong to the person. */
function tile(person: number, number: number): Buffer {
  const pixels = Buffer.alloc(SIDE * SIDE);
  const own = blocks(person * 7_919 + 1);
  const chance = blocks(person * 1_000_003 + number + 17);
  for (let i = 0; i < pixels.length; i++) {
    const block = Math.floor((i % SIDE) / 4) + 6 * Math.floor(i / SIDE / 4);
    pixels[i] = Math.round((own[block]! + chance[block]!) / 2);
  }
  return Buffer.concat([Buffer.from(`P5\n${SIDE} ${SIDE}\n255\n`), pixels]);
}

function blocks(seed: number): number[] {
  let state = seed >>> 0;
  return Array.from({ length: 36 }, () => {
    state = (Math.imul(state ^ (state >>> 15), 0x2c1b3c6d) + 0x297a2d39) >>> 0;
    return 20 + ((state >>> 8) % 216);
  });
}

describe(`a dataset of ${PICTURES} pictures`, () => {
  const scene = useDataScene();

  it('is checked in chunks, with memory flat', { timeout: 3_600_000 }, async () => {
    const folder = new FaceFolder(join(scene.scratch, 'large'));
    for (let i = 0; i < PICTURES; i++) {
      const person = i % PEOPLE;
      const list = Math.floor(i / PEOPLE) % 10 === 9 ? folder.validation : folder.training;
      list.push(`${folder.file(`p${person}/${i}.pgm`, tile(person, i))},p${person},${person}`);
    }
    folder.training.push(`${folder.file('copy.pgm', tile(3, 3))},p3,3`, 'nowhere.pgm,p0,0');
    await scene.bring('large', folder, {
      checks: { BLUR: { warn: 0, fail: 0 }, CLASS_TOO_SMALL: { warn: 5 } },
    });
    global.gc?.();
    const before = process.memoryUsage().rss;
    let highest = before;
    const watch = setInterval(() => {
      highest = Math.max(highest, process.memoryUsage().rss);
    }, 50);
    const started = performance.now();
    const cpu = process.cpuUsage();
    const report = await scene.validate('large');
    clearInterval(watch);
    const { user, system } = process.cpuUsage(cpu);
    const seconds = (performance.now() - started) / 1000;
    console.info(
      `${PICTURES} pictures checked in ${seconds.toFixed(1)} s (${((user + system) / 1e6).toFixed(1)} s of processor time), resident memory rose by ${((highest - before) / 2 ** 20).toFixed(0)} MiB`,
    );
    expect([report.usableTraining, report.usableValidation]).toEqual([
      Math.ceil(PICTURES * 0.9) + 1,
      PICTURES - Math.ceil(PICTURES * 0.9),
    ]);
    expect(findingOf(report, 'DUPLICATE_EXACT').count).toBe(1);
    expect(findingOf(report, 'PATH_MISSING').count).toBe(1);
    // Rows, hashes and digests grow with the pictures (about 2 KiB each), pixels do not.
    expect(highest - before).toBeLessThan(250 * 2 ** 20 + PICTURES * 4_096);
  });
});
