import i18next from 'i18next';
import ICU from 'i18next-icu';
import { initReactI18next } from 'react-i18next';
import type { Translator } from '../server-words/sentence.rules.js';

/** Languages that are complete. */
export const languages = ['en', 'ko'] as const;
/** One of the complete languages. */
export type Language = (typeof languages)[number];

type Loaded = { default: Record<string, unknown> };
const load: Record<Language, () => Promise<Loaded>> = {
  en: () => import('./en/index.js'),
  ko: () => import('./ko/index.js'),
};
const loadLater: Record<Language, () => Promise<Loaded>> = {
  en: () => import('./en/later.js'),
  ko: () => import('./ko/later.js'),
};

// What the server says is long and the first page seldom shows any of it: it comes when it is first needed.
const loadSentences: Record<Language, () => Promise<{ translate: Translator }>> = {
  en: () => import('./en/sentences.js'),
  ko: () => import('./ko/sentences/index.js'),
};
const unchanged: Translator = (text) => text;
const translators = new Map<string, Translator>();
const waiting = new Set<() => void>();

/** Turns what the server says into a language; null until its sentences have come. */
export const translatorOf = (language: string): Translator | null => translators.get(language) ?? null;

/** Calls when sentences of a language have come; returns how to stop that. */
export const onSentences = (listener: () => void): (() => void) => {
  waiting.add(listener);
  return () => void waiting.delete(listener);
};

let areSentencesNeeded = false;

const addSentences = async (language: Language): Promise<Translator> => {
  const known = translators.get(language);
  if (known) return known;
  // without them the server's English is better than nothing
  const { translate } = await loadSentences[language]().catch(() => ({ translate: unchanged }));
  translators.set(language, translate);
  for (const listener of waiting) listener();
  return translate;
};

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
  const { default: messages } = await load[language]();
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

const current = (): Language => languages.find((language) => language === i18next.language) ?? 'en';

/** Loads what the server says in the reader's language; call before a page that shows it, or await it. */
export const startSentences = (): Promise<Translator> => {
  areSentencesNeeded = true;
  return addSentences(current());
};

/** Loads what the pages beyond the first say, and what the server says in them; call before one of them is shown. */
export const startLaterTranslations = async (): Promise<void> => {
  await Promise.all([addLater(current()), startSentences()]);
};

/** Whether the reader has chosen a language in this browser. */
export const hasChosenLanguage = (): boolean => stored() !== null;

/** Changes the language without reloading and remembers it in this browser. */
export const changeLanguage = async (language: Language): Promise<void> => {
  if (!i18next.hasResourceBundle(language, 'translation')) {
    const { default: messages } = await load[language]();
    i18next.addResourceBundle(language, 'translation', messages);
  }
  if (withLater.size > 0) await addLater(language);
  if (areSentencesNeeded) await addSentences(language);
  try {
    localStorage.setItem(key, language);
  } catch {
    // storage is blocked: the choice lasts until the page is closed
  }
  document.documentElement.lang = language;
  await i18next.changeLanguage(language);
};
