/** Texts that the server never says alone, and how it puts them into a sentence, in another place of the sources. */
const FRAMES: [place: RegExp, fragment: RegExp, frame: (fragment: string) => string][] = [
  [
    /accept-pictures/,
    /; the dataset takes /,
    (text) => `is 92x112x1${text.slice(text.indexOf('; the dataset'))}`,
  ],
  [/pipeline-input\.rules/, /^(must|needs) /, (text) => `steps ${text}.`],
  [/schedule\.rules/, /^(is|names) /, (text) => `schedule ${text}.`],
  [/architecture\.rules/, /^(?!7:).*\.$/, (text) => `conv1: ${text}`],
  [/clock-range\.rules/, /./, (text) => `"9": ${text}`],
  [/path-probe/, /^[A-Z]/, (text) => (text.endsWith('.') ? text : `${text} finds all of them.`)],
  [/tally\.rules/, /^ \(and /, (text) => `7 of 8 images are 92x112x1${text}, the model wants 96x96x3.`],
  [/training\.errors/, /\.$/, (text) => `${text} (EIO)`],
  [
    /alert-target\.rules/,
    /^7 7, which/,
    () => '10.0.0.1 is a link-local or metadata address, which is never called.',
  ],
  [/address\.rules/, /^is /, (text) => `10.0.0.1 ${text}`],
  [/trigger-policy/, /^, /, (text) => `7 new${text}`],
  [
    /quick-entry\.rules/,
    /^"7": The /,
    () => '"9": A time looks like 9am, 9:30, 14:00 or 오전 9시; a range like 9am-10:30am.',
  ],
  [/create-pipeline/, /^There is no 7 /, (text) => text.replace('7', 'service')],
  [/pnm\.rules/, /^service /, (text) => text.replace('service', 'the width')],
  [/api-error/, /^This needs 7\.$/, () => 'This needs the role LEAD.'],
  [/apps\/api\//, /^(the (role|scope)|a token with|to be this) /, (text) => `This needs ${text}.`],
];

/** The sentence that a text of the sources ends up in. */
export const wholeSentence = (place: string, text: string): string => {
  const frame = FRAMES.find(([file, fragment]) => file.test(place) && fragment.test(text));
  return frame ? frame[2](text) : text;
};
