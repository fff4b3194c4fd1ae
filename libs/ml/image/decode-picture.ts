import { createHash } from 'node:crypto';
import { areaAverage, type Pixels } from './area-average.rules.js';
import { centreCrop, isGrey, toGrey, toRgb } from './colour.rules.js';
import { differenceHash, type Hash64 } from './difference-hash.rules.js';
import { exposure, laplacianVariance, thumbnail } from './features.rules.js';
import { claimedKind } from './magic-bytes.rules.js';
import { INPUT_SIDE, type PictureFault, type PicturePolicy } from './picture-policy.js';
import { type ReadPicture, readPicture } from './picture-reader.js';

/** A picture under a policy: the model's input, or the faults that stand in its way. What is not asked for is not made. */
export class DecodedPicture {
  /** The picture as it is in its file; null when it could not be read. */
  readonly source: ReadPicture | null;
  readonly faults: PictureFault[];
  private readonly policy: PicturePolicy;

  constructor(source: ReadPicture | null, faults: PictureFault[], policy: PicturePolicy) {
    this.source = source;
    this.faults = faults;
    this.policy = policy;
  }

  /** uint8 RGB [96, 96, 3]; null when a fault of severity FAIL stands. */
  get pixels(): Uint8Array | null {
    const usable = this.faults.every((found) => found.severity !== 'FAIL');
    return this.source && usable ? modelInput(this.source.pixels, this.policy).data : null;
  }

  /** SHA-256 over size and RGB values of the decoded file: equal pictures in other formats have the same. */
  get pixelSha(): string | null {
    return this.source && pixelSha(this.source.pixels);
  }
}

/** What the data checks measure on one picture. */
export interface PictureFeatures {
  hash: Hash64;
  mirror: Hash64;
  /** Variance of the Laplacian at 96x96 grey. */
  sharpness: number;
  /** Mean and standard deviation of grey, 0..255. */
  mean: number;
  deviation: number;
  /** No pixel has colour, also in a file of three channels. */
  grey: boolean;
  /** 24x24 grey values. */
  thumb: Uint8Array;
}

/**
 * Decodes one picture for the model: the only way in for training, evaluation and serving, so that all three see the
 * same bytes. `path` only sharpens messages. Never throws on bad input: faults say what is wrong.
 */
export async function decodePicture(
  bytes: Uint8Array,
  policy: PicturePolicy,
  path = '',
): Promise<DecodedPicture> {
  const { picture, fault } = await readPicture(bytes, path);
  if (!picture) return new DecodedPicture(null, fault ? [fault] : [], policy);
  return new DecodedPicture(picture, policyFaults(picture, policy, path), policy);
}

/** Measures a picture that could be read. */
export function pictureFeatures({ pixels }: ReadPicture, policy: PicturePolicy): PictureFeatures {
  const grey = toGrey(pixels);
  const input = areaAverage(
    policy.sizePolicy === 'CENTER_CROP' ? centreCrop(grey) : grey,
    INPUT_SIDE,
    INPUT_SIDE,
  );
  const { mean, deviation } = exposure(input);
  return {
    // Hashed from the full picture: rounding to 96x96 first would move bits.
    ...differenceHash(grey),
    sharpness: laplacianVariance(input),
    mean,
    deviation,
    grey: isGrey(pixels),
    thumb: thumbnail(input),
  };
}

function modelInput(pixels: Pixels, policy: PicturePolicy): Pixels {
  return toRgb(
    areaAverage(policy.sizePolicy === 'CENTER_CROP' ? centreCrop(pixels) : pixels, INPUT_SIDE, INPUT_SIDE),
  );
}

function pixelSha(pixels: Pixels): string {
  return createHash('sha256')
    .update(`${pixels.width}x${pixels.height}:`)
    .update(toRgb(pixels).data)
    .digest('hex');
}

function policyFaults(picture: ReadPicture, policy: PicturePolicy, path: string): PictureFault[] {
  const { pixels, channels, kind } = picture;
  const faults: PictureFault[] = [];
  if (policy.sizePolicy === 'STRICT' && (pixels.width !== INPUT_SIDE || pixels.height !== INPUT_SIDE)) {
    faults.push({
      code: 'SHAPE_MISMATCH',
      severity: 'FAIL',
      message: `${pixels.width}x${pixels.height}x${channels}`,
    });
  }
  faults.push(...channelFaults(picture, policy));
  if (picture.bits > 8) faults.push({ code: 'BIT_DEPTH', severity: 'WARN', message: `${picture.bits} bit` });
  const claimed = claimedKind(path);
  if (claimed !== null && claimed !== kind) {
    faults.push({ code: 'FORMAT_MISMATCH', severity: 'WARN', message: `is ${kind}, named like ${claimed}` });
  }
  return faults;
}

function channelFaults(
  { pixels, channels, layout }: ReadPicture,
  { expandGrey }: PicturePolicy,
): PictureFault[] {
  const faults: PictureFault[] = [];
  if (pixels.channels === 1) {
    faults.push(
      expandGrey
        ? { code: 'GREY_EXPANDED', severity: 'WARN', message: 'greyscale' }
        : { code: 'CHANNELS_MISMATCH', severity: 'FAIL', message: 'greyscale' },
    );
  }
  // Dropping alpha or turning ink into light changes what was given; a policy that expands nothing wants that seen.
  if (layout === 'ALPHA' && channels > 1) {
    faults.push({
      code: 'CHANNELS_MISMATCH',
      severity: expandGrey ? 'WARN' : 'FAIL',
      message: 'with an alpha channel',
    });
  }
  if (layout === 'CMYK')
    faults.push({ code: 'CHANNELS_MISMATCH', severity: expandGrey ? 'WARN' : 'FAIL', message: 'CMYK' });
  if (layout === 'PALETTE') faults.push({ code: 'CHANNELS_MISMATCH', severity: 'INFO', message: 'palette' });
  return faults;
}
