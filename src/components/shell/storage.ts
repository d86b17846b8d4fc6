/** The reader's choices, kept by the browser where it allows. */

/** null when nothing is stored or storage is denied. */
export function stored(key: string): string | null {
  try {
    return localStorage.getItem(key);
  } catch {
    return null;
  }
}

/** Denied or full storage loses the choice at the end of the visit, and nothing else. */
export function store(key: string, value: string): void {
  try {
    localStorage.setItem(key, value);
  } catch {
    // The choice holds for this visit.
  }
}
