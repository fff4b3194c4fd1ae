import i18next from 'i18next';
import ICU from 'i18next-icu';
import { initReactI18next } from 'react-i18next';
import type { Translator } from '../server-words/sentence.rules.js';

/** Languages that are complete. */
export const languages = ['en', 'ko'] as const;
/** One of the complete languages. */
export type Language = (typeof languages)[number];

interface Loaded {
  default: Record<string, unknown>;
  translate: Translator;
}
const load: Record<Language, () => Promise<Loaded>> = {
  en: () => import('./en/index.js'),
  ko: () => import('./ko/index.js'),
};
const loadLater: Record<Language, () => Promise<{ default: Record<string, unknown> }>> = {
  en: () => import('./en/later.js'),
  ko: () => import('./ko/later.js'),
};
const translators: Partial<Record<string, Translator>> = {};
const unchanged: Translator = (text) => text;
/** Turns what the server says into a language that has been loaded. */
export const translatorOf = (language: string): Translator => translators[language] ?? unchanged;

const key = 'untoil.language';

const stored = (): Language | null => {
  try {
    const value = localStorage.getItem(key);
    return languages.find((language) => language === value) ?? null;
  } catch {
    return null;
  }
};

/** The chosen language, otherwise the browser's first one that is complete. */
export const firstLanguage = (): Language =>
  stored() ??
  navigator.languages
    .map((tag) => tag.slice(0, 2))
    .find((tag): tag is Language => tag === 'en' || tag === 'ko') ??
  'en';

/** Loads one language and starts the translations; call before the first render. */
export const startTranslations = async (language: Language): Promise<void> => {
  const { default: messages, translate } = await load[language]();
  translators[language] = translate;
  await i18next
    .use(ICU)
    .use(initReactI18next)
    .init({
      lng: language,
      resources: { [language]: { translation: messages } },
      interpolation: { escapeValue: false },
      react: { useSuspense: false },
    });
  document.documentElement.lang = language;
};

const withLater = new Set<Language>();

const addLater = async (language: Language): Promise<void> => {
  if (withLater.has(language)) return;
  const { default: messages } = await loadLater[language]();
  withLater.add(language);
  i18next.addResourceBundle(language, 'translation', messages, true);
};

/** Loads what the pages beyond the first say; call before one of them is shown. */
export const startLaterTranslations = (): Promise<void> =>
  addLater(languages.find((language) => language === i18next.language) ?? 'en');

/** Whether the reader has chosen a language in this browser. */
export const hasChosenLanguage = (): boolean => stored() !== null;

/** Changes the language without reloading and remembers it in this browser. */
export const changeLanguage = async (language: Language): Promise<void> => {
  if (!i18next.hasResourceBundle(language, 'translation')) {
    const { default: messages, translate } = await load[language]();
    translators[language] = translate;
    i18next.addResourceBundle(language, 'translation', messages);
  }
  if (withLater.size > 0) await addLater(language);
  try {
    localStorage.setItem(key, language);
  } catch {
    // storage is blocked: the choice lasts until the page is closed
  }
  document.documentElement.lang = language;
  await i18next.changeLanguage(language);
};
