// A press on a button that the course has not reached yet would do nothing, and nobody would know why. So the last press is
// kept until React says that it was delivered (src/components/shell/early.ts), and is given again, for half a minute at most.
(() => {
  const every = 50;
  const patience = 30_000;
  let kept = null;
  let timer;
  const giveAgain = () => {
    if (!kept) return;
    const { button, until } = kept;
    if (button.isConnected && !button.disabled && performance.now() < until) button.click();
    else kept = null;
  };
  addEventListener(
    'click',
    ({ target, timeStamp }) => {
      const button = target.closest('main button');
      if (!button) return;
      if (kept?.button !== button) kept = { button, until: timeStamp + patience };
      clearTimeout(timer);
      timer = setTimeout(giveAgain, every);
    },
    true,
  );
  addEventListener('delivered', () => {
    kept = null;
  });
})();
