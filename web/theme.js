// Runs before the first paint, so that a stored choice of theme never flashes. Kept in step with src/ui/theme.ts.
(function () {
  try {
    const theme = localStorage.getItem('scribecast.theme');
    if (theme === 'light' || theme === 'dark') document.documentElement.dataset.theme = theme;
    const language = localStorage.getItem('scribecast.language') || navigator.language;
    document.documentElement.lang = /^zh/i.test(language) ? 'zh-CN' : 'en';
  } catch {
    // Storage may be forbidden: the system's choice is good enough.
  }
})();
