// Puts the chosen theme on the page before its first paint; src/ui/theme.ts writes what is read here.
try {
  const theme = localStorage.getItem('interleave.theme');
  if (theme === 'light' || theme === 'dark') document.documentElement.dataset.theme = theme;
} catch {
  // Storage is closed to this page: the system decides.
}
