import { describe, expect, it } from 'vitest';
import { sentences, translate } from '../../apps/web/src/i18n/ko/sentences/index.js';
import { words } from '../../apps/web/src/i18n/ko/sentences/words.js';
import { translator } from '../../apps/web/src/server-words/sentence.rules.js';
import { reasonForEnglish } from './left-english.js';
import { sourceTexts } from './source-texts.js';
import { wholeSentence } from './whole-sentences.js';

/** Words that a Korean sentence keeps: units, formats, settings, and what people type or read in files. */
const KEPT = new Set(
  `ms zip cron http https conv conv1 dense pool flatten dropout units augment seed fold keepProb num_epochs classes
  checks warn stop true false pipeline.failed application/json type path name label content source id id: contract.json .keras b64 base64 instances owner/name unknown
  service am en ko Untoil keras bo Local native wasm node gpu npm run engine install build`.split(/\s+/),
);
const isKept = (word: string): boolean =>
  word.length === 1 || KEPT.has(word) || /^[A-Z]|[A-Z_\d/]/.test(word.slice(1)) || /^[A-Z\d_]+$/.test(word);

/** The English words that are left in a translation. */
const leftOver = (text: string): string[] =>
  // a form of JSON is an example and no language
  (text.replace(/\{".*\}/, '').match(/[A-Za-z_][\w./]*\w|[A-Za-z]/g) ?? []).filter((word) => !isKept(word));

const shown = sourceTexts().flatMap(({ place, givenTo, readings }) =>
  readings
    .filter((reading) => reasonForEnglish(place, givenTo, reading) === null)
    .map((reading) => ({ place, sentence: wholeSentence(place, reading) })),
);

const untranslated = (translate: (text: string) => string): string[] =>
  shown
    .filter(
      ({ sentence }) => !/[가-힣]/.test(translate(sentence)) || leftOver(translate(sentence)).length > 0,
    )
    .map(({ place, sentence }) => `${place} ${sentence} -> ${translate(sentence)}`);

describe('sentences of the server that people see in the pages', () => {
  it('are found in the sources', () => {
    expect(shown.length).toBeGreaterThan(800);
    expect(shown.map(({ sentence }) => sentence)).toEqual(
      expect.arrayContaining([
        'No model is live yet.',
        '7 of 7 files are damaged: row 7 (7) is empty (0 bytes).',
        'add 7 pictures of 7',
      ]),
    );
  });
  it('are all translated into Korean', () => {
    expect(untranslated(translate)).toEqual([]);
  });
  // Without this nobody would know whether the proof above can fail.
  it('are missed when one of them is not translated', () => {
    const fewer = sentences.filter(([from]) => !from.startsWith('No earlier model is on standby'));
    expect(untranslated(translator(fewer, words))).toHaveLength(1);
  });
});
