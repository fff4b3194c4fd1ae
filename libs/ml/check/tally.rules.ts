import { grouped } from '#platform';
import {
  type Finding,
  type FindingCode,
  type FoundPicture,
  finding,
  LISTED,
  type Severity,
  type Split,
} from './finding.js';

/** One fault of one row, as it is counted. */
export interface CountedFault {
  code: FindingCode;
  severity: Severity;
  split: Split;
  line: number | null;
  message: string;
  picture: FoundPicture | null;
  /** A person has accepted it for this picture: it no longer counts as a fault. */
  accepted?: boolean;
}

/** All equal faults of one split: how many, and the first 200. Small, whatever the number of rows. */
export interface Tally {
  code: FindingCode;
  severity: Severity;
  split: Split;
  count: number;
  rows: number[];
  pictures: FoundPicture[];
  /** Distinct messages of the first rows, with how many rows said so. */
  messages: Record<string, number>;
  first: { line: number | null; path: string | null; message: string };
  accepted?: boolean;
}

const MOST_MESSAGES = 20;

/** Counts faults as they come, by code, severity and split. Rows must come in the order of their manifest. */
export class Tallies {
  private readonly byKey = new Map<string, Tally>();

  constructor(kept: readonly Tally[] = []) {
    for (const tally of kept) this.byKey.set(key(tally), structuredClone(tally));
  }

  /** Counts one fault. */
  add(fault: CountedFault): void {
    const tally = this.byKey.get(key(fault)) ?? this.open(fault);
    tally.count++;
    if (tally.rows.length < LISTED && fault.line !== null) tally.rows.push(fault.line);
    if (tally.pictures.length < LISTED && fault.picture) tally.pictures.push(fault.picture);
    if (tally.messages[fault.message] !== undefined || Object.keys(tally.messages).length < MOST_MESSAGES) {
      tally.messages[fault.message] = (tally.messages[fault.message] ?? 0) + 1;
    }
  }

  /** Everything counted so far. */
  all(): Tally[] {
    return [...this.byKey.values()];
  }

  private open({ code, severity, split, line, picture, message, accepted }: CountedFault): Tally {
    const tally: Tally = {
      code,
      severity,
      split,
      count: 0,
      rows: [],
      pictures: [],
      messages: {},
      first: { line, path: picture ? shortened(picture.path) : null, message },
      ...(accepted ? { accepted } : {}),
    };
    this.byKey.set(key(tally), tally);
    return tally;
  }
}

// For sentences alone: a line that lacks its ends may be megabytes long.
const shortened = (path: string): string => (path.length > 200 ? `${path.slice(0, 200)}...` : path);

const key = ({
  code,
  severity,
  split,
  accepted,
}: Pick<Tally, 'code' | 'severity' | 'split' | 'accepted'>): string =>
  `${code} ${severity} ${split} ${accepted === true}`;

/** A tally as a finding with its own words; the extra text of `hint` (what probing found) goes into the message. */
export function tallyFinding(
  tally: Tally,
  total: number,
  hint: { message: string; remedy: string } | null = null,
): Finding {
  const { code, severity, split, count, rows, pictures } = tally;
  const { message, remedy } = wording(tally, total);
  if (tally.accepted)
    return finding({
      code,
      severity: 'INFO',
      split,
      count,
      rows,
      pictures,
      message: `${message} Accepted.`,
      accepted: true,
    });
  return finding({
    code,
    severity,
    split,
    count,
    rows,
    pictures,
    message: hint ? `${message} ${hint.message}` : message,
    remedy: hint?.remedy ?? remedy,
  });
}

const nouns = (count: number, noun: string): string => `${grouped(count)} ${noun}${count === 1 ? '' : 's'}`;

function wording(tally: Tally, total: number): { message: string; remedy: string | null } {
  const { code, severity, count, first } = tally;
  const of = `${grouped(count)} of ${grouped(total)}`;
  const where =
    first.line === null
      ? (first.path ?? '')
      : `row ${first.line}${first.path === null ? '' : ` (${first.path})`}`;
  const example = first.path === null ? first.message : `${where} ${first.message}`;
  // Faults of a whole file or of the classes have no row to name.
  if (first.line === null && first.path === null)
    return { message: `${first.message}.`, remedy: WHOLE_REMEDIES[code] ?? null };
  switch (code) {
    case 'PATH_MISSING':
      return {
        message: `${of} files not found, e.g. ${first.path ?? first.message}.`,
        remedy: 'set the root, or rewrite the manifest',
      };
    case 'NOT_AN_IMAGE':
      return {
        message: `${nouns(count, 'row')} of ${grouped(total)}: ${example}.`,
        remedy: 'exclude the row',
      };
    case 'FORMAT_MISMATCH':
      return severity === 'FAIL'
        ? { message: `${of} files are in a format that is not read: ${example}.`, remedy: 'convert them' }
        : {
            message: `${of} files are not what their names say: ${example}. Read by content; a decoder for one format would stop here.`,
            remedy: 'rename them, or decode by content',
          };
    case 'DECODE_ERROR':
      return {
        message: `${of} files are damaged: ${example}.`,
        remedy: 'quarantine, or fetch the file again',
      };
    case 'SHAPE_MISMATCH':
      return {
        message: `${of} images are ${shapes(tally)}, the model wants 96x96x3. First bad: ${where}.`,
        remedy: 'resize (sizePolicy RESIZE) or crop (CENTER_CROP), or change the contract',
      };
    case 'CHANNELS_MISMATCH':
      return {
        message: `${nouns(count, `${kinds(tally)} image`)} of ${grouped(total)}, first ${where}${severity === 'FAIL' ? '; the model wants 3 channels' : ': read as RGB'}.`,
        remedy: severity === 'FAIL' ? 'expand grey to RGB (expandGrey) / drop alpha' : null,
      };
    case 'GREY_EXPANDED':
      return { message: `${of} images are greyscale: expanded to three equal channels.`, remedy: null };
    case 'BIT_DEPTH':
      return { message: `${of} images have 16 bits: rescaled to 8.`, remedy: 'rescale' };
    case 'BLUR':
      return {
        message: `${of} images are blurred: ${example}.`,
        remedy: 'replace them with sharper pictures',
      };
    case 'EXPOSURE':
      return {
        message: `${of} images are badly exposed: ${example}.`,
        remedy: 'replace them, or correct their brightness',
      };
    case 'RESOURCE':
      return {
        message: `${of} files could not be opened: ${example}.`,
        remedy: 'free the resource, or give the account of this product the right to read',
      };
    case 'LABEL_RANGE':
      return {
        message: `${nouns(count, 'row')} of ${grouped(total)}: ${example}.`,
        remedy: 'number the classes 0 to classes - 1',
      };
    case 'LABEL_NAME_CONFLICT':
      return {
        message: `${nouns(count, 'row')} of ${grouped(total)}: ${example}.`,
        remedy: 'give every name one number, and every number one name',
      };
    case 'CLASS_MISSING':
      return {
        message: `${nouns(count, 'row')} of ${grouped(total)}: ${example}.`,
        remedy: 'add training pictures of the class, or drop the rows',
      };
    default:
      return {
        message: `${first.message}${count > 1 ? `, and ${nouns(count - 1, 'more line')}` : ''}.`,
        remedy: MANIFEST_REMEDIES[code] ?? null,
      };
  }
}

const WHOLE_REMEDIES: Partial<Record<FindingCode, string>> = {
  PATH_MISSING: 'put the manifest back',
  LABEL_RANGE: 'number the classes 0 to classes - 1',
};

const MANIFEST_REMEDIES: Partial<Record<FindingCode, string>> = {
  MANIFEST_BLANK_LINE: 'left out as if it were not there; delete the line',
  MANIFEST_HEADER: 'left out; delete the line',
  MANIFEST_BOM: 'read as if it were not there; save without byte order mark',
  MANIFEST_ENCODING: 'read as CP949; save in UTF-8',
  MANIFEST_CRLF: 'read as if it were not there; save with LF line ends',
  MANIFEST_COLUMNS: 'write path,name,label',
  MANIFEST_DELIMITER: 'delimit by commas',
  MANIFEST_LABEL_NOT_INT: 'write the number of the class in the third column',
  MANIFEST_QUOTED_COMMA: 'rename the file without a comma for readers that split at commas',
};

// "92x112x1", or the commonest and how many others there are.
function shapes({ messages }: Tally): string {
  const ranked = Object.entries(messages).sort((a, b) => b[1] - a[1]);
  const others = ranked.length - 1;
  return `${ranked[0]?.[0] ?? ''}${others > 0 ? ` (and ${nouns(others, 'other size')})` : ''}`;
}

const kinds = ({ messages }: Tally): string => Object.keys(messages).join(' / ');
