// Only on the front door: goes to the language that the reader chose, else to the first one the browser asks for.
(() => {
  let choice = null;
  try {
    choice = localStorage.getItem('language');
  } catch {
    // Storage is denied: the browser's languages decide.
  }
  const wanted = [choice, ...navigator.languages].map((tag) => String(tag).slice(0, 2).toLowerCase());
  const language = wanted.find((tag) => tag === 'zh' || tag === 'en') ?? 'en';
  location.replace(`${language}/${location.search}${location.hash}`);
})();
