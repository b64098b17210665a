// Stands in the page itself and runs before the first paint, so that a stored choice of theme never flashes.
// Kept in step with src/ui/theme.ts and src/text/text.ts. What the build knows to be asked for next is named here.
(function () {
  const root = document.documentElement;
  let language = navigator.language;
  try {
    const theme = localStorage.getItem('scribecast.theme');
    if (theme === 'light' || theme === 'dark') root.dataset.theme = theme;
    language = localStorage.getItem('scribecast.language') || language;
  } catch {
    // Storage may be forbidden: the system's choice is good enough.
  }
  root.lang = /^zh/i.test(language) ? 'zh-CN' : 'en';
  const ahead = __AHEAD__;
  for (const file of [].concat(ahead[root.lang], ahead[root.lang + location.pathname] || [])) {
    const link = document.createElement('link');
    const isStyle = file.endsWith('.css');
    link.rel = isStyle ? 'preload' : 'modulepreload';
    if (isStyle) link.as = 'style';
    link.crossOrigin = '';
    link.href = '/' + file;
    document.head.append(link);
  }
})();
