/** Whether this visitor would rather not have a training start, or 1 MB loaded, unasked. */
export const restrained = (): boolean => {
  const connection = 'connection' in navigator ? navigator.connection : undefined;
  const saving = typeof connection === 'object' && connection !== null && 'saveData' in connection;
  return (
    window.matchMedia('(prefers-reduced-motion: reduce)').matches ||
    window.matchMedia('(prefers-reduced-data: reduce)').matches ||
    (saving && connection.saveData === true)
  );
};
