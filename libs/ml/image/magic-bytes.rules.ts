/** What a file is by its first bytes; the first five are read, the other pictures are named and refused. */
export type FileKind =
  | 'JPEG'
  | 'PNG'
  | 'WEBP'
  | 'PGM'
  | 'PPM'
  | 'GIF'
  | 'HEIC'
  | 'AVIF'
  | 'BMP'
  | 'TIFF'
  | 'SVG'
  | 'PBM'
  | 'ICO'
  | 'JPEG 2000'
  | 'ZIP'
  | 'PDF'
  | 'GZIP'
  | 'TEXT'
  | 'EMPTY'
  | 'DATA';

/** The formats that the import, the uploads and :predict take. */
export const READABLE: readonly FileKind[] = ['JPEG', 'PNG', 'WEBP', 'PGM', 'PPM'];

const PICTURES: readonly FileKind[] = [
  ...READABLE,
  'GIF',
  'HEIC',
  'AVIF',
  'BMP',
  'TIFF',
  'SVG',
  'PBM',
  'ICO',
  'JPEG 2000',
];
const EXTENSIONS: Record<string, FileKind> = {
  jpg: 'JPEG',
  jpeg: 'JPEG',
  jpe: 'JPEG',
  jfif: 'JPEG',
  png: 'PNG',
  webp: 'WEBP',
  pgm: 'PGM',
  ppm: 'PPM',
  gif: 'GIF',
  heic: 'HEIC',
  heif: 'HEIC',
  avif: 'AVIF',
  bmp: 'BMP',
  tif: 'TIFF',
  tiff: 'TIFF',
  svg: 'SVG',
  pbm: 'PBM',
  ico: 'ICO',
  jp2: 'JPEG 2000',
};

/** Names the kind of a file by its content; the name of the file is never believed. */
export function fileKind(bytes: Uint8Array): FileKind {
  if (bytes.length === 0) return 'EMPTY';
  const head = String.fromCharCode(...bytes.subarray(0, 32));
  const starts = (text: string): boolean => head.startsWith(text);
  if (starts('\xff\xd8\xff')) return 'JPEG';
  if (starts('\x89PNG\r\n\x1a\n')) return 'PNG';
  if (starts('RIFF') && head.slice(8, 12) === 'WEBP') return 'WEBP';
  if (/^P[1-6][\s#]/.test(head)) return netpbm(head[1]!);
  if (starts('GIF87a') || starts('GIF89a')) return 'GIF';
  if (head.slice(4, 8) === 'ftyp') return isoBrand(head.slice(8, 12));
  if (starts('II*\0') || starts('MM\0*')) return 'TIFF';
  if (starts('\0\0\0\x0cjP  ')) return 'JPEG 2000';
  if (starts('\0\0\x01\0')) return 'ICO';
  if (starts('BM') && bytes.length > 26 && head.slice(6, 10) === '\0\0\0\0') return 'BMP';
  if (starts('PK\x03\x04') || starts('PK\x05\x06')) return 'ZIP';
  if (starts('%PDF')) return 'PDF';
  if (starts('\x1f\x8b')) return 'GZIP';
  return textOrData(bytes);
}

const netpbm = (digit: string): FileKind =>
  digit === '1' || digit === '4' ? 'PBM' : digit === '2' || digit === '5' ? 'PGM' : 'PPM';
const isoBrand = (brand: string): FileKind =>
  /^avi/.test(brand) ? 'AVIF' : /^(hei|hev|mif|msf)/.test(brand) ? 'HEIC' : 'DATA';

function textOrData(bytes: Uint8Array): FileKind {
  const sample = bytes.subarray(0, 512);
  if (sample.some((byte) => byte === 0 || (byte < 32 && byte !== 9 && byte !== 10 && byte !== 13)))
    return 'DATA';
  return /<svg[\s>]/i.test(String.fromCharCode(...sample)) ? 'SVG' : 'TEXT';
}

/** Whether the kind is a picture of any sort. */
export const isPicture = (kind: FileKind): boolean => PICTURES.includes(kind);

/** What the extension of a path claims; null when it claims nothing known. */
export const claimedKind = (path: string): FileKind | null => EXTENSIONS[extension(path)] ?? null;

/** A media type for files that are no picture, for messages. */
export function mediaType(kind: FileKind, path: string): string {
  const byKind: Partial<Record<FileKind, string>> = {
    ZIP: 'application/zip',
    PDF: 'application/pdf',
    GZIP: 'application/gzip',
  };
  if (kind !== 'TEXT') return byKind[kind] ?? 'application/octet-stream';
  const byName: Record<string, string> = {
    csv: 'text/csv',
    html: 'text/html',
    htm: 'text/html',
    json: 'application/json',
    xml: 'text/xml',
  };
  return byName[extension(path)] ?? 'text/plain';
}

const extension = (path: string): string => /\.([^./\\]+)$/.exec(path.trim())?.[1]?.toLowerCase() ?? '';
