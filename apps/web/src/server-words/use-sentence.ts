import { useTranslation } from 'react-i18next';
import { translatorOf } from '../i18n/index.js';
import type { Translator } from './sentence.rules.js';

/** What the server says, in the reader's language; what is not translated yet stays in English. */
export const useSentence = (): Translator => {
  const { i18n } = useTranslation();
  return translatorOf(i18n.language);
};
