/** What stands in for a value of a text, by the code that gives it. A value that is a sentence itself gets one. */
const SAMPLES: [code: RegExp, sample: string][] = [
  [/^found\.message$|^message$/, 'The training list is empty.'],
  [/^first\.message$/, 'is empty (0 bytes)'],
  [/fault\?*\.message/, 'is empty (0 bytes)'],
  [/^content\.message$/, 'an entry unpacks to more than it says'],
  [/^faults\.join/, 'seed must be a whole number'],
  [/^warned$/, '; capacity 7 below batch 8'],
  [/^classes\.join/, ', new class bo with 7 + 8'],
  [/remedy\.doing$/, 'Ignoring upper and lower case'],
  [/because$/, 'nothing in the data stops a queue'],
  [/^pooled\.words$/, ', pooled 2x2 to 24x24x32'],
  [/stage\.state/, 'shadow'],
  [/^stage$/, 'live'],
  [/^note$/, '50 golden pictures on WASM, ONNX not tried: no file'],
  [/needs\.scope$/, 'WRITE'],
  [/needs\.role$|kind\.allow$/, 'LEAD'],
  [/^wanted$/, 'one e-mail address'],
  [/(^|\.)split(\.toLowerCase\(\))?$/, 'training'],
  [/^(this\.)?(kind|words|what)$/, 'service'],
  [/(^|\.)code$/i, 'BLUR'],
];

/** A sample for the value of an expression; most values are figures or names, and 7 may be either. */
export const sampleOf = (code: string): string => SAMPLES.find(([pattern]) => pattern.test(code))?.[1] ?? '7';
