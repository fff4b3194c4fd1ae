import type { i18n as I18n } from 'i18next';
import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import { startSentences } from '../i18n/index.js';
import type { Translator } from './sentence.rules.js';
import { useSentence } from './use-sentence.js';

/** One refusal of the API. */
export interface UserError {
  code: string;
  message: string;
  path: string[];
}

// The server's own sentence where it is translated, otherwise what its code means, with the server's English words
// behind it because they name the value.
const inWords = (error: UserError, translate: Translator, i18n: I18n): string => {
  if (i18n.language === 'en') return error.message;
  const sentence = translate(error.message);
  const key = `common.refused.${error.code}`;
  if (sentence !== error.message || !i18n.exists(key)) return sentence;
  return `${i18n.t(key, { field: error.path.at(-1) ?? '' })} (${error.message})`;
};

/** Says a refusal in the reader's language, while a page is drawn. */
export const useRefusal = (): ((error: UserError) => string) => {
  const { i18n } = useTranslation();
  const translate = useSentence();
  return useCallback((error) => inWords(error, translate, i18n), [i18n, translate]);
};

/** Says refusals in the reader's language once they are there; nothing is loaded before that. */
export const useRefusals = (): ((errors: UserError[]) => Promise<UserError[]>) => {
  const { i18n } = useTranslation();
  return useCallback(
    async (errors) => {
      if (errors.length === 0) return [];
      const translate = await startSentences();
      return errors.map((error) => ({ ...error, message: inWords(error, translate, i18n) }));
    },
    [i18n],
  );
};
