// Before the first paint: the theme that the reader chose, else the system's. A file of its own, because the content
// security policy allows no script inside the page.
(() => {
  const root = document.documentElement;
  let choice = null;
  try {
    choice = localStorage.getItem('theme');
  } catch {
    // Storage is denied: the system decides.
  }
  const system = matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light';
  root.dataset.theme = ['light', 'dark', 'projector'].includes(choice) ? choice : system;
})();
