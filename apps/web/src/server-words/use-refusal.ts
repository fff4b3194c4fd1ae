import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import { useSentence } from './use-sentence.js';

/** One refusal of the API. */
export interface UserError {
  code: string;
  message: string;
  path: string[];
}

/**
 * A refusal as one sentence in the reader's language: the server's own where it is translated, otherwise what its code
 * means, with the server's English words behind it because they name the value.
 */
export const useRefusal = (): ((error: UserError) => string) => {
  const { t, i18n } = useTranslation();
  const translate = useSentence();
  return useCallback(
    (error) => {
      if (i18n.language === 'en') return error.message;
      const sentence = translate(error.message);
      const key = `common.refused.${error.code}`;
      if (sentence !== error.message || !i18n.exists(key)) return sentence;
      return `${t(key, { field: error.path.at(-1) ?? '' })} (${error.message})`;
    },
    [t, i18n, translate],
  );
};
