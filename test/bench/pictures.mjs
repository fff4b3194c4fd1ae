import sharp from 'sharp';

/** A picture of a class, different for each number: bars across or down, thinner ones from class 2 on, under uneven light, with noise. */
export async function picture(label, number, width, height, format) {
  const pixels = Buffer.alloc(width * height * 3);
  let state = label * 7919 + number * 104_729 + 1;
  const draw = () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) | 0;
    return (state >>> 8) / 2 ** 24;
  };
  // Without the light pictures of one class would be near duplicates.
  const light = Array.from({ length: 81 }, () => 100 * (draw() - 0.5));
  const bar = Math.max(3, Math.round(width / (12 + 2 * (label >> 1))));
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const base = Math.floor((label % 2 === 0 ? x : y) / bar) % 2 ? 170 : 80;
      const cell = Math.floor((9 * y) / height) * 9 + Math.floor((9 * x) / width);
      const value = Math.max(0, Math.min(255, base + light[cell] + 30 * draw()));
      pixels.fill(value, 3 * (y * width + x), 3 * (y * width + x) + 3);
    }
  }
  const raw = sharp(pixels, { raw: { width, height, channels: 3 } });
  if (format === 'jpeg') return raw.jpeg({ quality: 88 }).toBuffer();
  const grey = await raw.greyscale().raw().toBuffer();
  return Buffer.concat([Buffer.from(`P5\n${width} ${height}\n255\n`), grey]);
}
