/** Follows the system, or always light or dark. */
export type Theme = 'system' | 'light' | 'dark';

const key = 'untoil.theme';

/** The reader's choice in this browser. */
export const currentTheme = (): Theme => {
  const value = document.documentElement.dataset.theme;
  return value === 'light' || value === 'dark' ? value : 'system';
};

/** Changes the theme at once and remembers it in this browser. */
export const setTheme = (theme: Theme): void => {
  if (theme === 'system') delete document.documentElement.dataset.theme;
  else document.documentElement.dataset.theme = theme;
  try {
    if (theme === 'system') localStorage.removeItem(key);
    else localStorage.setItem(key, theme);
  } catch {
    // storage is blocked: the choice lasts until the page is closed
  }
};
