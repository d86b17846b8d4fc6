/** Tells public/early.js, which keeps the presses that came before React, that this one has arrived. */
export const delivered = (): boolean => window.dispatchEvent(new Event('delivered'));
