// Runs before the first paint, from its own file because the page's policy allows no inline script.
(() => {
  const root = document.documentElement;
  try {
    const theme = localStorage.getItem('untoil.theme');
    if (theme === 'light' || theme === 'dark') root.dataset.theme = theme;
    const language = localStorage.getItem('untoil.language');
    if (language === 'en' || language === 'ko') root.lang = language;
  } catch {
    // storage is blocked: the system's theme stands
  }
})();
