/** How a picture of another size is brought to the model's: not at all, whole by area average, or its middle square. */
export type SizePolicy = 'STRICT' | 'RESIZE' | 'CENTER_CROP';

/** What may be done to a picture before it counts as wrong. */
export interface PicturePolicy {
  sizePolicy: SizePolicy;
  /** Grey pictures become three equal channels; otherwise they are CHANNELS_MISMATCH. */
  expandGrey: boolean;
}

/** The side of the model's input in pixels. */
export const INPUT_SIDE = 96;
/** Bytes of one decoded input: 96 x 96 x 3. */
export const INPUT_BYTES = INPUT_SIDE * INPUT_SIDE * 3;
/** More pixels than this are refused from the header, before memory is taken. */
export const MOST_PIXELS = 25_000_000;
/** A file larger than this is refused unread: 25 megapixels of 16-bit colour are 150 MB. */
export const MOST_FILE_BYTES = 160 * 1024 * 1024;

/** What is wrong with one picture; FAIL means that it cannot be used under the policy, WARN that it was repaired. */
export interface PictureFault {
  code:
    | 'NOT_AN_IMAGE'
    | 'FORMAT_MISMATCH'
    | 'DECODE_ERROR'
    | 'SHAPE_MISMATCH'
    | 'CHANNELS_MISMATCH'
    | 'GREY_EXPANDED'
    | 'BIT_DEPTH';
  severity: 'FAIL' | 'WARN' | 'INFO';
  /** What was found, in words that follow the picture's name: "is text/csv, not an image". */
  message: string;
}
