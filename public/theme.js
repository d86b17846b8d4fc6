// Before the first paint: the theme that the way of showing brings, else the one the reader chose, else the system's; and
// for a page inside another one that only its live part is shown. A file of its own, because the content security policy
// allows no script inside the page.
(() => {
  const root = document.documentElement;
  const query = new URLSearchParams(location.search);
  const themes = ['light', 'dark', 'projector'];
  let choice = null;
  if (query.has('embed')) {
    choice = query.get('theme');
    root.dataset.isolated = 'embed';
  } else if (query.has('present') && !query.get('speaker')) {
    choice = 'projector';
    root.dataset.mode = 'present';
  } else if (query.has('handout')) choice = 'light';
  else {
    try {
      choice = localStorage.getItem('theme');
    } catch {
      // Storage is denied: the system decides.
    }
  }
  const system = matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light';
  root.dataset.theme = themes.includes(choice) ? choice : system;
})();
