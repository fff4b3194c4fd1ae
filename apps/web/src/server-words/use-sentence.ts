import { useEffect, useSyncExternalStore } from 'react';
import { useTranslation } from 'react-i18next';
import { onSentences, startSentences, translatorOf } from '../i18n/index.js';
import type { Translator } from './sentence.rules.js';

// Nothing for a moment instead of English that changes under the reader's eyes.
const notYet: Translator = () => '';

/** What the server says, in the reader's language; what is not translated yet stays in English. */
export const useSentence = (): Translator => {
  const { language } = useTranslation().i18n;
  const translate = useSyncExternalStore(onSentences, () => translatorOf(language));
  useEffect(() => {
    if (!translate) void startSentences();
  }, [translate]);
  return translate ?? notYet;
};
