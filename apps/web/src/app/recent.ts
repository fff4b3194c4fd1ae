const key = 'untoil.recent';

/** The last pages opened in this tab: address and title, newest first. */
export const recentPages = (): [string, string][] => {
  try {
    return JSON.parse(sessionStorage.getItem(key) ?? '[]') as [string, string][];
  } catch {
    return [];
  }
};

/** Remembers a page for the palette; five are kept. */
export const rememberPage = (to: string, words: string): void => {
  try {
    const rest = recentPages().filter(([other]) => other !== to);
    sessionStorage.setItem(key, JSON.stringify([[to, words], ...rest].slice(0, 5)));
  } catch {
    // storage is blocked: the palette goes without
  }
};
