import sharp from 'sharp';
import { decodePicture } from '../image/decode-picture.js';
import { withoutMetadata } from '../image/metadata.rules.js';
import type { PicturePolicy } from '../image/picture-policy.js';
import type { ReadPicture } from '../image/picture-reader.js';

/**
 * The file of an uploaded picture as it is kept: the same pixels and nothing else, so that places, previews and what
 * hides behind the end are not stored. Formats that are not understood by their bytes are drawn anew as PNG.
 */
export async function cleanPicture(
  bytes: Uint8Array,
  source: ReadPicture,
  pixelSha: string,
  policy: PicturePolicy,
): Promise<Uint8Array> {
  const stripped = withoutMetadata(source.kind, bytes);
  // A rotation that was noted in EXIF is gone with it: then, too, the upright pixels are drawn.
  if (stripped?.length === bytes.length) return stripped;
  if (stripped && (await decodePicture(stripped, policy)).pixelSha === pixelSha) return stripped;
  const { width, height, channels, data } = source.pixels;
  return sharp(data, { raw: { width, height, channels } }).png().toBuffer();
}
